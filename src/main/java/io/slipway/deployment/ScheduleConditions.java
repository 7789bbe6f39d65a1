package io.slipway.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.slipway.deployment.Readiness.Condition;
import io.slipway.deployment.halt.HaltManagement;
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
import io.slipway.ui.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The conditions that time decides: window, freeze, the stopped line, the planned time.
 */
@Component
class ScheduleConditions {

    private static final Duration USUAL_LENGTH = Duration.ofHours(1);

    private final ScheduleManagement schedule;

    private final PolicyManagement policy;

    private final Times times;

    private final ReadinessWords words;

    private final CurrentPlans plans;

    private final DeploymentRepository deployments;

    private final HaltManagement halts;

    ScheduleConditions(ScheduleManagement schedule, PolicyManagement policy, Times times, ReadinessWords words,
            CurrentPlans plans, DeploymentRepository deployments, HaltManagement halts) {
        this.schedule = schedule;
        this.policy = policy;
        this.times = times;
        this.words = words;
        this.plans = plans;
        this.deployments = deployments;
        this.halts = halts;
    }

    /** What windows and freezes say to a start at this moment. */
    ScheduleVerdict judge(ReleaseDetails release, Instant now) {
        DeploymentSlot slot = new DeploymentSlot(release.key(), release.type(), release.services(),
                release.environment(), now, now.plus(length(release)));
        Bound bound = bound(release);
        return this.schedule.judge(slot, bound.byWindows(), bound.byFreezes());
    }

    /**
     * When a start is allowed next: within its authorised time, if it is bound to that.
     * While the line is stopped nobody knows.
     * @param verdict what windows and freezes say to a start at this moment
     * @return null if nobody knows, or only once the plan is amended
     */
    @Nullable Instant nextOpening(ReleaseDetails release, Instant now, ScheduleVerdict verdict) {
        if (this.halts.stopped().isPresent()) {
            return null;
        }
        Instant start = release.plannedStart();
        Instant end = release.plannedEnd();
        Instant next = verdict.nextOpening();
        if (start == null || end == null || !bound(release).byTime()) {
            return next;
        }
        if (now.isBefore(start)) {
            next = judge(release, start).nextOpening();
        }
        return (next != null && next.isBefore(end)) ? next : null;
    }

    private Bound bound(ReleaseDetails release) {
        PlanPolicy decided = this.plans.of(release).policy();
        if (decided != null) {
            return new Bound(decided.windowRequired(), decided.freezeBinding());
        }
        ReleasePolicy likely = this.policy.releasePolicy(new PolicyInputs(release.type(), Risk.LOW, release.model()));
        return new Bound(likely.windowRequired(), likely.freezeBinding());
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
        Optional<String> stopped = this.halts.stopped();
        return Condition.of("stop-the-line", stopped.isEmpty(),
                stopped.orElseGet(() -> this.words.say("deployment.ready.line")), "/schedule");
    }

    /**
     * The board authorises a time, too: a start outside of it needs an amended plan,
     * unless the policy binds the release to no time at all.
     */
    private Condition plannedTime(ReleaseDetails release, Instant now) {
        String link = "/releases/" + release.key() + "/plan";
        Instant start = release.plannedStart();
        Instant end = release.plannedEnd();
        if (start == null || end == null) {
            return Condition.warning("planned-time", this.words.say("deployment.unready.unplanned"), link);
        }
        String period = this.times.format(start) + " – " + this.times.withZone(end);
        boolean early = now.isBefore(start);
        if (!early && now.isBefore(end)) {
            return Condition.of("planned-time", true, this.words.say("deployment.ready.time", period), link);
        }
        if (!bound(release).byTime()) {
            return Condition.warning("planned-time", this.words.say("deployment.unready.time.free", period), link);
        }
        return Condition.of("planned-time", false, this.words.say(wayOut(release, early), period), link);
    }

    /** What has begun is not amended any more. */
    private String wayOut(ReleaseDetails release, boolean early) {
        if (early) {
            return "deployment.unready.time.early";
        }
        boolean begun = this.deployments.existsByReleaseKey(release.key());
        return begun ? "deployment.unready.time.begun" : "deployment.unready.time.late";
    }

    private static Duration length(ReleaseDetails release) {
        Instant start = release.plannedStart();
        Instant end = release.plannedEnd();
        return (start != null && end != null) ? Duration.between(start, end) : USUAL_LENGTH;
    }

    /** By what of the calendar the policy binds a release. */
    private record Bound(boolean byWindows, boolean byFreezes) {

        /** What neither windows nor freezes hold goes out as soon as it can. */
        boolean byTime() {
            return this.byWindows || this.byFreezes;
        }

    }

}
