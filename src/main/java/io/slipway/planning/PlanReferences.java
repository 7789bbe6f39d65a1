package io.slipway.planning;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemSummary;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.plan.Dependency;
import io.slipway.planning.plan.PlannedPerson;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks what a plan refers to: other releases, configuration items and people. Refuses
 * with an {@link InvalidInputException} that names the plan's component.
 */
@Component
class PlanReferences {

    private static final String LINKS = """
            with recursive reached (release_key) as (
              select r.release_key from releases r where r.release_key in (:keys)
              union
              select d.other_key from reached
                join releases r on r.release_key = reached.release_key
                join release_dependencies d on d.release_id = r.id where d.kind <> 'NOT_TOGETHER'
              union
              select r.release_key from reached
                join release_dependencies d on d.other_key = reached.release_key and d.kind = 'TOGETHER'
                join releases r on r.id = d.release_id)
            select r.release_key as `from`, d.kind, d.other_key as `to` from reached
              join releases r on r.release_key = reached.release_key
              join release_dependencies d on d.release_id = r.id""";

    private final JdbcClient jdbc;

    private final ConfigurationManagement items;

    private final PersonDirectory people;

    PlanReferences(JdbcClient jdbc, ConfigurationManagement items, PersonDirectory people) {
        this.jdbc = jdbc;
        this.items = items;
        this.people = people;
    }

    /** Refuses unknown releases, the release itself, circles and contradictions. */
    void checkDependencies(String key, List<Dependency> dependencies) {
        if (dependencies.isEmpty()) {
            return;
        }
        Set<String> keys = dependencies.stream().map(Dependency::release).collect(Collectors.toSet());
        refuseIf(keys.contains(key), "dependencies", "release.plan.dependencies.self");
        refuseIf(keys.size() < dependencies.size(), "dependencies", "release.plan.dependencies.twice");
        Set<String> known = Set.copyOf(this.jdbc.sql("select release_key from releases where release_key in (:keys)")
            .param("keys", keys)
            .query(String.class)
            .list());
        keys.stream().filter((other) -> !known.contains(other)).sorted().findFirst().ifPresent((unknown) -> {
            throw new InvalidInputException("dependencies", "release.plan.dependencies.unknown", unknown);
        });
        DependencyGraph graph = new DependencyGraph(
                this.jdbc.sql(LINKS).param("keys", keys).query(DependencyGraph.Link.class).list());
        graph.contradiction(key, dependencies).ifPresent((other) -> {
            throw new InvalidInputException("dependencies", "release.plan.dependencies.contradicts", other);
        });
        graph.circle(key, dependencies).ifPresent((circle) -> {
            throw new InvalidInputException("dependencies", "release.plan.dependencies.circle",
                    String.join(" \u2192 ", circle));
        });
    }

    /** Refuses keys of which the register holds no item. */
    void checkItems(List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        Set<String> known = this.items.find(keys).stream().map(ItemSummary::key).collect(Collectors.toSet());
        keys.stream().filter((key) -> !known.contains(key)).findFirst().ifPresent((unknown) -> {
            throw new InvalidInputException("items", "release.plan.items.unknown", unknown);
        });
    }

    /** Refuses people who are unknown, disabled, or do not hold their role. */
    void checkPeople(List<PlannedPerson> planned) {
        for (PlannedPerson one : planned) {
            PersonSummary person = this.people.find(one.userName())
                .orElseThrow(() -> new InvalidInputException("people", "release.plan.people.unknown", one.userName()));
            refuseIf(!person.enabled(), "people", "release.plan.people.disabled", person.fullName());
            refuseIf(!person.roles().contains(one.role()), "people", "release.plan.people.role", person.fullName(),
                    one.role().id());
        }
    }

    private static void refuseIf(boolean condition, String field, String code, Object... arguments) {
        if (condition) {
            throw new InvalidInputException(field, code, arguments);
        }
    }

}
