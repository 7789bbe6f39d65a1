package io.slipway.notification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.slipway.input.NotFoundException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.ReleasePlan;
import io.slipway.planning.plan.PlannedPerson;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a mail says about a release, and whom its news concern.
 */
@Component
class Essentials {

    private static final int LONGEST = 500;

    private final ReleaseManagement releases;

    private final CurrentPlans plans;

    Essentials(ReleaseManagement releases, CurrentPlans plans) {
        this.releases = releases;
        this.plans = plans;
    }

    /** A release; none where a process runs for something else. */
    Optional<ReleaseDetails> release(String key) {
        try {
            return Optional.of(this.releases.get(key));
        }
        catch (NotFoundException ex) {
            return Optional.empty();
        }
    }

    ReleasePlan plan(ReleaseDetails release) {
        return this.plans.of(release);
    }

    /** What decides, in a few lines. */
    List<Fact> of(ReleaseDetails release) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("services", String.join(", ", release.services())));
        if (release.plannedStart() != null) {
            facts.add(Fact.at("start", release.plannedStart()));
        }
        if (release.plannedEnd() != null) {
            facts.add(Fact.at("end", release.plannedEnd()));
        }
        ReleasePlan planned = plan(release);
        if (planned.policy() != null) {
            facts.add(Fact.of("risk", planned.policy().risk().name()));
        }
        add(facts, "scope", planned.plan().scope().scope());
        add(facts, "rollback", planned.plan().wayBack().rollbackCriteria());
        return facts;
    }

    /** When a release is deployed. */
    List<Fact> times(ReleaseDetails release) {
        return of(release).stream().filter((fact) -> fact.at() != null || fact.label().equals("services")).toList();
    }

    /** The release manager of a release, and all whom its plan names. */
    Set<String> people(ReleaseDetails release) {
        Set<String> people = new LinkedHashSet<>();
        people.add(release.owner());
        people.addAll(plan(release).plan().people().approvers());
        plan(release).plan().people().people().stream().map(PlannedPerson::userName).forEach(people::add);
        return people;
    }

    static void add(List<Fact> facts, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            facts.add(Fact.of(label, (text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : text));
        }
    }

}
