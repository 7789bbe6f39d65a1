package io.slipway.configuration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.sql.Clause;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Records become stale when nobody confirms them, and are confirmed one by one in a bulk.
 */
@SlipwayTest
class VerificationTests {

    private static final String KEEPER = "configuration-manager";

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    VerificationManagement verification;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String key = "v-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void register() {
        this.acting.as(KEEPER, () -> this.configuration.register(this.key,
                new ItemProfile("Name " + this.key, ItemType.DOCUMENT, Criticality.LOW, "service-owner", "")));
    }

    @Test
    void isDoneByConfigurationManagersOnly() {
        for (String other : List.of("administrator", "service-owner", "auditor")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(other, () -> this.verification.confirm(List.of(this.key))));
        }
    }

    @Test
    void makesStaleRecordsFresh() {
        assertThat(this.verification.stale(item())).isFalse();
        this.clock.advance(Duration.ofDays(181));
        assertThat(this.verification.stale(item())).isTrue();
        assertThat(this.verification.stale(ItemType.DOCUMENT, "service-owner", "").rows()).isNotEmpty();
        assertThat(this.verification.ghostTowns())
            .anySatisfy((town) -> assertThat(town.type() + town.owner()).isEqualTo("DOCUMENTservice-owner"));
        this.acting.as(KEEPER, () -> this.verification.confirm(List.of(this.key)));
        assertThat(this.verification.stale(item())).isFalse();
        assertThat(this.configuration.get(this.key).confirmedBy()).isEqualTo(KEEPER);
    }

    @Test
    void tellsWhatBecameOfEach() {
        this.acting.as(KEEPER, () -> {
            this.configuration.register(this.key + "-old",
                    new ItemProfile("Old " + this.key, ItemType.DOCUMENT, Criticality.LOW, "service-owner", ""));
            this.configuration.retire(this.key + "-old", "Gone.");
        });
        List<Confirmation> results = this.acting.as(KEEPER,
                () -> this.verification.confirm(List.of(this.key, this.key + "-old", "nobody-knows", this.key)));
        assertThat(results).extracting(Confirmation::outcome)
            .containsExactly(Confirmation.Outcome.CONFIRMED, Confirmation.Outcome.RETIRED,
                    Confirmation.Outcome.UNKNOWN);
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as(KEEPER, () -> this.verification.confirm(List.of(" "))));
    }

    @Test
    void isListedByIndex() {
        Clause all = ItemQueries.staleBefore(null, "", "1000.a", Instant.now());
        Clause typed = ItemQueries.staleBefore(ItemType.HOST, "", "", Instant.now());
        this.jdbc.sql("drop table if exists many_stale").update();
        this.jdbc.sql("create table many_stale like configuration_items").update();
        try {
            this.jdbc
                .sql("""
                        insert into many_stale (version, item_key, name, type, criticality, owner, description, active,
                               confirmed_at)
                        select 0, concat('item-', seq), concat('Name ', seq), elt(1 + seq mod 3, 'SERVICE', 'HOST', 'OTHER'),
                               'LOW', concat('owner-', seq mod 50), '', true, '2026-01-01' + interval seq minute
                          from seq_1_to_30000""")
                .update();
            this.jdbc.sql("analyze table many_stale persistent for all").query().listOfRows();
            for (Clause sql : List.of(all, typed)) {
                List<Map<String, Object>> steps = this.jdbc
                    .sql("explain " + sql.sql().replace("configuration_items", "many_stale"))
                    .params(sql.values())
                    .query()
                    .listOfRows();
                assertThat(steps).allSatisfy((step) -> {
                    assertThat(step.get("type")).isIn("ref", "range");
                    assertThat("" + step.get("Extra")).doesNotContain("filesort");
                });
            }
        }
        finally {
            this.jdbc.sql("drop table many_stale").update();
        }
    }

    private ItemSummary item() {
        return this.configuration.get(this.key).item();
    }

}
