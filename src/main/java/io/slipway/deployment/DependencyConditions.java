package io.slipway.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.slipway.deployment.Readiness.Condition;
import io.slipway.planning.collision.CollisionManagement;
import io.slipway.planning.collision.DependencyState;
import io.slipway.planning.collision.DependencyState.Standing;
import io.slipway.planning.plan.DependencyKind;
import io.slipway.release.ReleaseDetails;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The conditions that other releases decide: those that must be live before, those that
 * must not be deployed at the same time, those that go together.
 */
@Component
@Order(30)
class DependencyConditions implements ReadinessSource {

    private final CollisionManagement collisions;

    private final RunningDeployments running;

    private final ReadinessWords words;

    DependencyConditions(CollisionManagement collisions, RunningDeployments running, ReadinessWords words) {
        this.collisions = collisions;
        this.running = running;
        this.words = words;
    }

    @Override
    public List<Condition> conditions(ReleaseDetails release, Instant now) {
        List<DependencyState> states = this.collisions.dependencies(release);
        List<Condition> conditions = new ArrayList<>();
        String plan = "/releases/" + release.key() + "/plan";
        List<DependencyState> before = of(states, DependencyKind.LIVE_BEFORE).stream()
            .filter((state) -> state.asked() && state.standing() != Standing.LIVE)
            .toList();
        before.forEach((state) -> conditions.add(Condition.of("dependencies-live", false,
                this.words.say("deployment.unready.dependency", state.key()), page(state))));
        if (before.isEmpty()) {
            conditions
                .add(Condition.of("dependencies-live", true, this.words.say("deployment.ready.dependency"), plan));
        }
        Set<String> deploying = this.running
            .among(of(states, DependencyKind.NOT_TOGETHER).stream().map(DependencyState::key).toList());
        deploying.forEach((other) -> conditions.add(Condition.of("not-together", false,
                this.words.say("deployment.unready.not-together", other), "/releases/" + other + "/deployment")));
        if (deploying.isEmpty()) {
            conditions.add(Condition.of("not-together", true, this.words.say("deployment.ready.not-together"), plan));
        }
        of(states, DependencyKind.TOGETHER).stream()
            .filter((state) -> state.standing() == Standing.GONE || state.phase().beforeDeployment())
            .forEach((state) -> conditions.add(Condition.of("together", false,
                    this.words.say("deployment.unready.together", state.key()), page(state))));
        return conditions;
    }

    private static List<DependencyState> of(List<DependencyState> states, DependencyKind kind) {
        return states.stream().filter((state) -> state.kind() == kind).toList();
    }

    private static String page(DependencyState state) {
        return "/releases/" + state.key();
    }

}
