package io.slipway.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.slipway.deployment.Readiness.Condition;
import io.slipway.identity.PersonDirectory;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.policy.PolicyInputs;
import io.slipway.policy.PolicyManagement;
import io.slipway.policy.ReleasePolicy;
import io.slipway.policy.Risk;
import io.slipway.release.ReleaseDetails;
import io.slipway.schedule.DeploymentSlot;
import io.slipway.schedule.ScheduleFinding;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.ScheduleVerdict;
import io.slipway.schedule.Stop;
import io.slipway.ui.Times;

import org.springframework.stereotype.Component;

/**
 * The conditions that time decides: window, freeze, the stopped line, the planned time.
 */
@Component
class ScheduleConditions {

    private static final Duration USUAL_LENGTH = Duration.ofHours(1);

    private final ScheduleManagement schedule;

    private final PolicyManagement policy;

    private final PersonDirectory people;

    private final Times times;

    private final ReadinessWords words;

    private final CurrentPlans plans;

    ScheduleConditions(ScheduleManagement schedule, PolicyManagement policy, PersonDirectory people, Times times,
            ReadinessWords words, CurrentPlans plans) {
        this.schedule = schedule;
        this.policy = policy;
        this.people = people;
        this.times = times;
        this.words = words;
        this.plans = plans;
    }

    /** What windows and freezes say to a start at this moment. */
    ScheduleVerdict judge(ReleaseDetails release, Instant now) {
        DeploymentSlot slot = new DeploymentSlot(release.key(), release.type(), release.services(),
                release.environment(), now, now.plus(length(release)));
        PlanPolicy decided = this.plans.of(release).policy();
        if (decided != null) {
            return this.schedule.judge(slot, decided.windowRequired(), decided.freezeBinding());
        }
        ReleasePolicy likely = this.policy.releasePolicy(new PolicyInputs(release.type(), Risk.LOW, release.model()));
        return this.schedule.judge(slot, likely.windowRequired(), likely.freezeBinding());
    }

    /** While the line is stopped nobody knows when a start is allowed again. */
    boolean stopped() {
        return this.schedule.stopped().isPresent();
    }

    List<Condition> conditions(ReleaseDetails release, Instant now, ScheduleVerdict verdict) {
        List<Condition> conditions = new ArrayList<>();
        for (String rule : List.of("window", "freeze")) {
            List<ScheduleFinding> findings = verdict.findings()
                .stream()
                .filter((finding) -> finding.rule().equals(rule))
                .toList();
            findings.forEach((finding) -> conditions.add(condition(rule, finding)));
            if (findings.isEmpty()) {
                conditions.add(Condition.of(rule, true, this.words.say("deployment.ready." + rule), "/schedule"));
            }
        }
        conditions.add(line());
        conditions.add(plannedTime(release, now));
        return conditions;
    }

    private Condition condition(String rule, ScheduleFinding finding) {
        return finding.blocking() ? Condition.of(rule, false, finding.reason(), finding.link())
                : Condition.warning(rule, finding.reason(), finding.link());
    }

    private Condition line() {
        Optional<Stop> stop = this.schedule.stopped();
        String reason = stop
            .map((stopped) -> this.words.say("deployment.unready.line", this.people.name(stopped.by()),
                    this.times.withZone(stopped.at()), stopped.reason()))
            .orElseGet(() -> this.words.say("deployment.ready.line"));
        return Condition.of("stop-the-line", stop.isEmpty(), reason, "/schedule");
    }

    private Condition plannedTime(ReleaseDetails release, Instant now) {
        String link = "/releases/" + release.key() + "/plan";
        Instant start = release.plannedStart();
        Instant end = release.plannedEnd();
        if (start == null || end == null) {
            return Condition.warning("planned-time", this.words.say("deployment.unready.unplanned"), link);
        }
        String period = this.times.format(start) + " – " + this.times.withZone(end);
        if (now.isBefore(start) || !now.isBefore(end)) {
            return Condition.warning("planned-time", this.words.say("deployment.unready.time", period), link);
        }
        return Condition.of("planned-time", true, this.words.say("deployment.ready.time", period), link);
    }

    private static Duration length(ReleaseDetails release) {
        Instant start = release.plannedStart();
        Instant end = release.plannedEnd();
        return (start != null && end != null) ? Duration.between(start, end) : USUAL_LENGTH;
    }

}
