package io.slipway.configuration.baseline;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.relation.RelationKind;
import io.slipway.configuration.relation.RelationManagement;
import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Baselines record what a release touches, are compared field by field, and are restored
 * only after a rollback, as the person saw it.
 */
@SlipwayTest
class BaselineTests {

    private static final String KEEPER = "configuration-manager";

    @LocalServerPort
    int port;

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    RelationManagement relations;

    @Autowired
    BaselineManagement baselines;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    private final String mark = "b" + UUID.randomUUID().toString().substring(0, 8);

    private String release;

    @BeforeEach
    void register() {
        this.release = this.driver.register("Baseline " + this.mark);
        this.acting.as(KEEPER, () -> {
            register("service", ItemType.SERVICE);
            register("app", ItemType.APPLICATION);
            register("db", ItemType.DATABASE);
            register("far", ItemType.HOST);
            this.relations.add(key("service"), RelationKind.CONTAINS, key("app"));
            this.relations.add(key("app"), RelationKind.RUNS_ON, key("far"));
        });
    }

    @Test
    void holdWhatTheReleaseNamesAndOneRelationMore() {
        Baseline before = take(Moment.BEFORE);
        assertThat(this.baselines.records(before.id())).extracting(ItemRecord::key)
            .containsExactly(key("app"), key("db"), key("service"));
        take(Moment.BEFORE);
        assertThat(this.baselines.ofRelease(this.release)).hasSize(1);
        assertThat(this.baselines.ofItem(key("app"), "").rows()).hasSize(1);
        assertThat(this.baselines.ofItem(key("far"), "x").rows()).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.baselines.get(-1));
        assertThatExceptionOfType(DataAccessException.class)
            .isThrownBy(() -> this.jdbc.sql("update baseline_items set record = '{}' where baseline_id = ?")
                .param(before.id())
                .update());
    }

    @Test
    void areComparedWithEachOtherAndWithToday() {
        Baseline before = take(Moment.BEFORE);
        change();
        Baseline after = take(Moment.AFTER);
        Comparison both = this.baselines.compare(before.id(), after.id());
        assertThat(both.differences()).singleElement().satisfies((one) -> {
            assertThat(one.kind()).isEqualTo(Difference.Kind.CHANGED);
            assertThat(one.fields()).extracting(Difference.Field::name)
                .containsExactly("criticality", "edition", "attributes", "relations");
        });
        assertThat(both.same()).isEqualTo(2);
        assertThat(this.baselines.drift(after.id()).differences()).isEmpty();
        assertThat(this.baselines.drift(before.id()).differences()).hasSize(1);
    }

    @Test
    void areRestoredAfterARollbackAsSeen() {
        Baseline before = take(Moment.BEFORE);
        change();
        String token = this.baselines.drift(before.id()).token();
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.acting.as("deployment-manager",
                () -> this.baselines.restore(before.id(), token, "Rolled back.")));
        assertRefused("configuration.baseline.kept", before, token, "Rolled back.");
        rollBack();
        assertRefused("configuration.reason.missing", before, token, " ");
        assertRefused("configuration.baseline.moved", before, "other", "Rolled back.");
        Visitor keeper = new Visitor(this.port).signIn(KEEPER);
        String path = "/configuration/baselines/" + before.id();
        Document page = keeper.page(path + "/compare");
        assertThat(page.text()).contains("Restore these records", "Criticality", "kind = new");
        assertThat(keeper.post(path + "/restore", "token", token, "reason", "").body()).contains("Say why");
        assertThat(keeper.post(path + "/restore", "token", "stale", "reason", "Mine").statusCode()).isEqualTo(409);
        assertThat(keeper.post(path + "/restore", "token", token, "reason", "Rolled back.").statusCode())
            .isEqualTo(302);
        assertThat(keeper.page(path + "/compare").text()).contains("Nothing differs");
        assertThat(this.configuration.get(key("app")).item().criticality()).isEqualTo(Criticality.LOW);
        assertThat(this.relations.needs(key("app"), "").rows()).hasSize(1);
        assertThat(this.jdbc.sql(
                "select count(*) from audit_entries where subject = ? and action = 'item.restored' and release_key = ?")
            .params(key("app"), this.release)
            .query(Integer.class)
            .single()).isEqualTo(1);
        Visitor reader = new Visitor(this.port).signIn("auditor");
        assertThat(reader.page(path).text()).contains("What was recorded", "Name of " + key("app"));
        assertThat(reader.get("/configuration/" + key("app") + "/baselines").body()).contains(this.release);
        assertThat(reader.get("/configuration/" + key("app") + "/releases").statusCode()).isEqualTo(200);
        assertThat(reader.post(path + "/restore", "token", token, "reason", "x").statusCode()).isEqualTo(403);
    }

    private Baseline take(Moment moment) {
        this.acting.as("deployment-manager", () -> this.baselines.take(this.release, 1, moment,
                List.of("Name of " + key("service")), List.of(key("db"), "unknown")));
        return this.baselines.ofRelease(this.release).get(0);
    }

    private void change() {
        this.acting.as(KEEPER, () -> {
            this.configuration.change(key("app"), this.configuration.get(key("app")).version(),
                    new ItemProfile("Name of " + key("app"), ItemType.APPLICATION, Criticality.HIGH, "operations", "",
                            "2.0", Map.of("kind", "new")));
            this.relations.add(key("app"), RelationKind.USES, key("db"));
        });
    }

    private void rollBack() {
        this.jdbc.sql("""
                insert into deployments (version, release_key, attempt, environment, started_at, finished_at, notes,
                       status, deployed_by, restored_baseline, restored_by, restored_at, rolled_back_at)
                values (0, ?, 1, 'production', now(3), now(3), '', 'ROLLED_BACK', 'deployment-manager', 'Back.',
                       'deployment-manager', now(3), now(3))""").param(this.release).update();
    }

    private void assertRefused(String code, Baseline baseline, String token, String reason) {
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as(KEEPER, () -> this.baselines.restore(baseline.id(), token, reason)))
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void register(String name, ItemType type) {
        this.configuration.register(key(name),
                new ItemProfile("Name of " + key(name), type, Criticality.LOW, "operations", ""));
    }

    private String key(String name) {
        return this.mark + "-" + name;
    }

}
