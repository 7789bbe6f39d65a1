package io.slipway.configuration.relation;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Relations between items: who keeps them, what they refuse, and what impact makes of
 * them, circles and hubs included.
 */
@SlipwayTest
class RelationTests {

    private static final String KEEPER = "configuration-manager";

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    RelationManagement relations;

    @Autowired
    ImpactManagement impacts;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    private final String mark = "r" + UUID.randomUUID().toString().substring(0, 8) + "-";

    @ParameterizedTest
    @ValueSource(strings = { "administrator", "release-manager", "auditor" })
    void areKeptByConfigurationManagersOnly(String other) {
        register("a", "b");
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as(other, () -> this.relations.add(key("a"), RelationKind.USES, key("b"))));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(
                () -> this.acting.as(other, () -> this.relations.remove(key("a"), RelationKind.USES, key("b"), "No.")));
    }

    @Test
    void areSeenFromBothEndsAndHaveAHistory() {
        register("a", "b");
        relate("a", RelationKind.RUNS_ON, "b");
        assertThat(this.relations.needs(key("a"), "").rows()).extracting((one) -> one.kind() + " " + one.item().key())
            .containsExactly("RUNS_ON " + key("b"));
        assertThat(this.relations.neededBy(key("b"), "").rows()).extracting((one) -> one.item().key())
            .containsExactly(key("a"));
        assertThat(this.relations.needs(key("b"), "nonsense").rows()).isEmpty();
        this.acting.as(KEEPER, () -> this.relations.remove(key("a"), RelationKind.RUNS_ON, key("b"), "Moved."));
        assertThat(this.relations.neededBy(key("b"), "").rows()).isEmpty();
        for (String end : List.of("a", "b")) {
            assertThat(this.jdbc.sql("select action from audit_entries where subject_type = 'item' and subject = ?")
                .param(key(end))
                .query(String.class)
                .list()).contains("item.related", "item.unrelated");
        }
    }

    @Test
    void refuseWhatMakesNoSense() {
        register("a", "b", "c");
        relate("a", RelationKind.USES, "b");
        this.acting.as(KEEPER, () -> this.configuration.retire(key("c"), "Gone."));
        assertRefused("target", "configuration.relation.known", () -> relate("a", RelationKind.USES, "b"));
        assertRefused("target", "configuration.relation.self", () -> relate("a", RelationKind.USES, "a"));
        assertRefused("target", "configuration.relation.unknown", () -> relate("a", RelationKind.USES, "z"));
        assertRefused("target", "configuration.relation.retired", () -> relate("a", RelationKind.USES, "c"));
        assertRefused("", "configuration.retired", () -> relate("c", RelationKind.USES, "a"));
        assertRefused("reason", "configuration.reason.missing",
                () -> this.acting.as(KEEPER, () -> this.relations.remove(key("a"), RelationKind.USES, key("b"), " ")));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.acting.as(KEEPER,
                () -> this.relations.remove(key("a"), RelationKind.CONTAINS, key("b"), "Never was.")));
    }

    @Test
    void leadToWhatIsAffectedAndNeededThroughCircles() {
        register("service", "app", "db", "host", "other", "old");
        relate("service", RelationKind.CONTAINS, "app");
        relate("app", RelationKind.DEPENDS_ON, "db");
        relate("db", RelationKind.RUNS_ON, "host");
        relate("other", RelationKind.USES, "db");
        relate("db", RelationKind.CONNECTS_TO, "app");
        relate("old", RelationKind.USES, "host");
        this.acting.as(KEEPER, () -> this.configuration.retire(key("old"), "Gone."));
        Impact affected = this.impacts.of(key("host"), Direction.AFFECTED);
        assertThat(affected.items()).extracting((one) -> one.distance() + " " + one.item().key())
            .containsExactly("1 " + key("db"), "2 " + key("app"), "2 " + key("other"), "3 " + key("service"));
        assertThat(affected.capped()).isFalse();
        Impact needed = this.impacts.of(key("service"), Direction.NEEDED);
        assertThat(needed.items()).extracting(Impact.Reached::distance).containsExactly(1, 2, 3);
        assertThat(needed.links()).extracting((link) -> link.source() + " " + link.target())
            .contains(key("db") + " " + key("app"));
        ImpactGraph graph = ImpactGraph.of(this.configuration.get(key("app")).item(),
                this.impacts.of(key("app"), Direction.AFFECTED), this.impacts.of(key("app"), Direction.NEEDED));
        assertThat(graph.nodes()).extracting((node) -> node.column() + " " + node.item().key())
            .containsExactlyInAnyOrder("0 " + key("app"), "1 " + key("db"), "2 " + key("host"), "-1 " + key("service"),
                    "-2 " + key("other"));
        assertThat(graph.lines()).hasSize(5);
        assertThat(graph.left()).isZero();
    }

    @Test
    void stopWhereTooMuchHangsOnOneItem() {
        register("hub");
        this.jdbc.sql("""
                insert into configuration_items (version, item_key, name, type, criticality, owner, description, active)
                select 0, concat(:mark, seq), concat(:mark, seq), 'HOST', 'LOW', 'operations', '', true
                  from seq_1_to_1200""").param("mark", this.mark).update();
        this.jdbc.sql("""
                insert into item_relations (source_id, kind, target_id)
                select i.id, 'USES', h.id from configuration_items i, configuration_items h
                 where i.item_key like concat(:mark, '%') and h.item_key = :hub and i.id <> h.id""")
            .param("mark", this.mark)
            .param("hub", key("hub"))
            .update();
        Impact affected = this.impacts.of(key("hub"), Direction.AFFECTED);
        assertThat(affected.items()).hasSize(ImpactManagement.MOST);
        assertThat(affected.capped()).isTrue();
        assertThat(this.relations.neededBy(key("hub"), "").rows()).hasSize(25);
        String next = this.relations.neededBy(key("hub"), "").next();
        assertThat(this.relations.neededBy(key("hub"), next).rows()).hasSize(25)
            .doesNotContainAnyElementsOf(this.relations.neededBy(key("hub"), "").rows());
    }

    @Test
    void areReadByIndex() {
        for (String sql : List.of(ImpactManagement.AFFECTED, ImpactManagement.NEEDED)) {
            List<Map<String, Object>> steps = this.jdbc.sql("explain " + sql)
                .param("ids", List.of(1, 2, 3))
                .param("most", ImpactManagement.MOST_LINKS)
                .query()
                .listOfRows();
            assertThat(steps).allSatisfy((step) -> assertThat(step.get("type")).isNotEqualTo("ALL"));
        }
        SortedSet<RelationRef> none = this.relations.of(List.of()).getOrDefault("x", new TreeSet<>());
        assertThat(none).isEmpty();
    }

    private void register(String... names) {
        this.acting.as(KEEPER,
                () -> List.of(names)
                    .forEach((name) -> this.configuration.register(key(name), new ItemProfile("Name " + key(name),
                            ItemType.APPLICATION, Criticality.MEDIUM, "service-owner", ""))));
    }

    private void relate(String source, RelationKind kind, String target) {
        this.acting.as(KEEPER, () -> this.relations.add(key(source), kind, key(target)));
    }

    private String key(String name) {
        return this.mark + name;
    }

    private static void assertRefused(String field, String code, Runnable act) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(act::run).satisfies((refusal) -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }

}
