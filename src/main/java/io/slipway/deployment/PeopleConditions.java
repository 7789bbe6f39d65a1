package io.slipway.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.deployment.Readiness.Condition;
import io.slipway.identity.AwayTime;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.PlannedPerson;
import io.slipway.release.ReleaseDetails;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The condition that a deployment manager whom the plan names is there; a plan that names
 * none leaves it to whoever holds the role.
 */
@Component
@Order(40)
class PeopleConditions implements ReadinessSource {

    private final PersonDirectory people;

    private final ReadinessWords words;

    private final CurrentPlans plans;

    PeopleConditions(PersonDirectory people, ReadinessWords words, CurrentPlans plans) {
        this.people = people;
        this.words = words;
        this.plans = plans;
    }

    @Override
    public List<Condition> conditions(ReleaseDetails release, Instant now) {
        List<String> named = this.plans.of(release)
            .plan()
            .people()
            .people()
            .stream()
            .filter((person) -> person.role() == Role.DEPLOYMENT_MANAGER)
            .map(PlannedPerson::userName)
            .toList();
        Set<String> away = named.isEmpty() ? Set.of()
                : this.people.absencesOf(named, now, now.plusMillis(1))
                    .stream()
                    .map(AwayTime::userName)
                    .collect(Collectors.toSet());
        boolean present = named.isEmpty() || !away.containsAll(named);
        String names = named.stream().map(this.people::name).collect(Collectors.joining(", "));
        return List.of(Condition.of("person-present", present,
                this.words.say(present ? (named.isEmpty() ? "deployment.ready.anybody" : "deployment.ready.person")
                        : "deployment.unready.person", names),
                "/releases/" + release.key() + "/plan"));
    }

}
