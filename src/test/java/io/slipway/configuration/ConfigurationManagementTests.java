package io.slipway.configuration;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.sql.Clause;
import io.slipway.test.SlipwayTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The register of configuration items: who keeps it, what it refuses, and that an index
 * serves every list.
 */
@SlipwayTest
class ConfigurationManagementTests {

    private static final String KEEPER = "configuration-manager";

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    private final String key = "ci-" + UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(strings = { "administrator", "release-manager", "service-owner", "auditor" })
    void letsConfigurationManagersKeepItOnly(String other) {
        register();
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(
                () -> this.acting.as(other, () -> this.configuration.register(this.key + "-2", profile("Two"))));
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as(other, () -> this.configuration.change(this.key, 0, profile("Two"))));
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as(other, () -> this.configuration.retire(this.key, "Mine.")));
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as(other, () -> this.configuration.reinstate(this.key)));
    }

    @Test
    void namesAllThatARecordLacks() {
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("configuration-manager",
                    () -> this.configuration.register("No key",
                            new ItemProfile(" ", null, null, "", "d".repeat(2001)))))
            .withMessage("key: configuration.key.misshapen, name: configuration.name.missing, "
                    + "type: configuration.type.missing, criticality: configuration.criticality.missing, "
                    + "owner: configuration.owner.missing, description: ui.too-long");
    }

    @Test
    void findsWhatIsRegisteredByKeyAndAServiceByName() {
        register();
        assertThat(this.configuration.find(List.of(this.key, "unknown"))).extracting(ItemSummary::key)
            .containsExactly(this.key);
        assertThat(this.configuration.services(List.of("NAME OF " + this.key, "Nothing")))
            .extracting(ItemSummary::criticality)
            .containsExactly(Criticality.HIGH);
        assertThat(this.configuration.search(this.key.substring(0, 10), ItemType.SERVICE)).extracting(ItemSummary::key)
            .contains(this.key);
        assertThat(this.configuration.search("name of " + this.key, null)).hasSize(1);
        assertThat(this.configuration.search("100%", null)).isEmpty();
        assertThat(this.configuration.find(List.of())).isEmpty();
        assertThat(this.configuration.services(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Payments", "-a", "a-", "a b", "ä" })
    void refusesAMisshapenKey(String misshapen) {
        assertRefused("key", "configuration.key.misshapen",
                () -> this.configuration.register(misshapen, profile("Misshapen")));
    }

    @Test
    void refusesWhatIsTakenAndOwnersWhoDoNotExist() {
        register();
        assertRefused("key", "configuration.key.taken", () -> this.configuration.register(this.key, profile("Other")));
        assertRefused("name", "configuration.name.taken",
                () -> this.configuration.register(this.key + "-2", profile("Name of " + this.key)));
        assertRefused("owner", "configuration.owner.unknown", () -> this.configuration.register(this.key + "-2",
                new ItemProfile("New", ItemType.HOST, Criticality.LOW, "nobody-here", "")));
    }

    @Test
    void changesRetiresAndReinstates() {
        register();
        this.acting.as(KEEPER, () -> this.configuration.change(this.key, 0,
                new ItemProfile("Renamed " + this.key, ItemType.SERVICE, Criticality.CRITICAL, "operations", "New")));
        assertThat(this.configuration.get(this.key).item().criticality()).isEqualTo(Criticality.CRITICAL);
        assertThatExceptionOfType(StaleFormException.class)
            .isThrownBy(() -> this.acting.as(KEEPER, () -> this.configuration.change(this.key, 0, profile("Stale"))));
        assertRefused("reason", "configuration.reason.missing", () -> this.configuration.retire(this.key, " "));
        this.acting.as(KEEPER, () -> this.configuration.retire(this.key, "Replaced."));
        assertThat(this.configuration.services(List.of("Renamed " + this.key))).isEmpty();
        assertThat(this.configuration.find(List.of(this.key))).hasSize(1);
        int version = this.configuration.get(this.key).version();
        assertRefused("", "configuration.retired", () -> this.configuration.change(this.key, version, profile("Late")));
        this.acting.as(KEEPER, () -> this.configuration.reinstate(this.key));
        assertThat(this.configuration.get(this.key).active()).isTrue();
        assertThat(this.jdbc.sql("select action from audit_entries where subject = ? order by sequence")
            .param(this.key)
            .query(String.class)
            .list()).containsExactly("item.registered", "item.changed", "item.retired", "item.reinstated");
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.configuration.get("not-there"));
    }

    @Test
    void pagesByKey() {
        this.acting.as(KEEPER, () -> {
            for (int i = 0; i < 27; i++) {
                this.configuration.register(this.key + "-" + (100 + i), profile("Page " + this.key + " " + i));
            }
        });
        ItemQuery first = new ItemQuery(this.key, ItemType.SERVICE, "service-owner", false, "");
        String next = this.configuration.list(first).next();
        assertThat(next).isEqualTo(this.key + "-124");
        assertThat(this.configuration.list(new ItemQuery(this.key, null, "", false, next)).rows())
            .extracting(ItemSummary::key)
            .containsExactly(this.key + "-125", this.key + "-126");
    }

    @Test
    void readsEveryListByAnIndex() {
        this.jdbc.sql("drop table if exists many_items").update();
        this.jdbc.sql("create table many_items like configuration_items").update();
        try {
            this.jdbc.sql("""
                    insert into many_items (id, version, item_key, name, type, criticality, owner, description, active)
                    select seq, 0, concat('item-', seq), concat('Name ', seq),
                           elt(1 + seq mod 7, 'SERVICE', 'APPLICATION', 'DATABASE', 'HOST', 'ENVIRONMENT', 'COMPONENT',
                               'DOCUMENT'), 'LOW', concat('owner-', seq mod 50), '', seq mod 20 <> 0
                      from seq_1_to_50000""").update();
            this.jdbc.sql("analyze table many_items persistent for all").query().listOfRows();
            for (ItemQuery query : List.of(ItemQuery.all(), new ItemQuery("", ItemType.HOST, "", false, ""),
                    new ItemQuery("", null, "owner-7", false, ""), new ItemQuery("", null, "", true, ""),
                    new ItemQuery("", ItemType.HOST, "owner-7", false, "item-4"),
                    new ItemQuery("", ItemType.HOST, "", false, "item-4"))) {
                assertThat(explain(query)).as("%s", query).allSatisfy((step) -> {
                    assertThat(step.get("type")).isIn("ref", "range");
                    assertThat("" + step.get("Extra")).doesNotContain("filesort");
                });
            }
            assertThat(explain(new ItemQuery("item-4", null, "", false, "")))
                .filteredOn((step) -> "many_items".equals(step.get("table")))
                .isNotEmpty()
                .allSatisfy((step) -> assertThat(step.get("type")).isEqualTo("range"));
        }
        finally {
            this.jdbc.sql("drop table many_items").update();
        }
    }

    private List<Map<String, @Nullable Object>> explain(ItemQuery query) {
        Clause sql = ItemQueries.list(query, KeyPage.SIZE + 1);
        return this.jdbc.sql("explain " + sql.sql().replace("configuration_items", "many_items"))
            .params(sql.values())
            .query()
            .listOfRows();
    }

    private void register() {
        this.acting.as(KEEPER, () -> this.configuration.register(this.key, profile("Name of " + this.key)));
    }

    private static ItemProfile profile(String name) {
        return new ItemProfile(name, ItemType.SERVICE, Criticality.HIGH, "service-owner", "For tests.");
    }

    private void assertRefused(String field, String code, Runnable act) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.acting.as(KEEPER, act))
            .satisfies((refusal) -> {
                assertThat(refusal.field()).isEqualTo(field);
                assertThat(refusal.code()).isEqualTo(code);
            });
    }

}
