package io.slipway.deployment.rollback;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.deployment.run.RunDetails;
import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.RunStep;
import io.slipway.planning.wave.StepReturn;
import io.slipway.release.ReleaseManagement;
import io.slipway.validation.RehearsalDetails;
import io.slipway.validation.ValidationManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says until when a run can be taken back so that it fits its window.
 */
@Service
@EnableConfigurationProperties(RollbackProperties.class)
@Transactional(readOnly = true)
public class RollbackDeadlines {

    private final RunManagement runs;

    private final RollbackPlan plan;

    private final RollbackRows rows;

    private final ReleaseManagement releases;

    private final ValidationManagement validation;

    private final RollbackProperties properties;

    RollbackDeadlines(RunManagement runs, RollbackPlan plan, RollbackRows rows, ReleaseManagement releases,
            ValidationManagement validation, RollbackProperties properties) {
        this.runs = runs;
        this.plan = plan;
        this.rows = rows;
        this.releases = releases;
        this.validation = validation;
        this.properties = properties;
    }

    /** Until when a run can be taken back. */
    public RollbackDeadline of(long run) {
        return of(this.runs.details(run));
    }

    /** Until when the latest live run of a release can be taken back, if it had one. */
    public Optional<RollbackDeadline> ofRelease(String releaseKey) {
        return newestLive(releaseKey).map((run) -> of(run.id()));
    }

    Optional<RunHead> newestLive(String releaseKey) {
        return this.runs.ofRelease(releaseKey).stream().filter(RunHead::live).findFirst();
    }

    /**
     * The same of a run that was read already. What a live run of the release did before
     * and left has to be taken back as well.
     */
    public RollbackDeadline of(RunDetails run) {
        RunHead head = run.head();
        Collection<RunDetails> all = !head.live() ? List.of(run)
                : this.runs.ofRelease(head.releaseKey())
                    .stream()
                    .filter(RunHead::live)
                    .map((one) -> (one.id() == head.id()) ? run : this.runs.details(one.id()))
                    .toList();
        List<RollbackPlan.Begun> begun = this.plan.begun(all);
        Map<String, Integer> steps = new LinkedHashMap<>();
        int unplanned = 0;
        for (RollbackPlan.Begun one : begun) {
            StepReturn way = one.way();
            if (way == null) {
                unplanned++;
            }
            else if (!way.how().isEmpty()) {
                steps.put(one.step().step(), way.minutes());
            }
        }
        RollbackEstimate estimate = RollbackEstimate.of(steps, this.rows.rehearsed(head.releaseKey()),
                whole(head, run, begun.size()));
        return new RollbackDeadline(at(head, run, estimate, unplanned), head.windowEnd(), estimate.minutes(),
                estimate.rehearsals(), estimate.unrehearsed(), unplanned, before(run).map(RunStep::name).orElse(null),
                gone(begun));
    }

    private @Nullable Instant at(RunHead head, RunDetails run, RollbackEstimate estimate, int unplanned) {
        Instant end = head.windowEnd();
        if (end == null || (unplanned > 0 && estimate.rehearsals() == 0)) {
            return null;
        }
        Instant fits = end.minus(estimate.duration())
            .minus(this.properties.verification())
            .minus(this.properties.reserve());
        return before(run).map(RunStep::plannedStart).filter((start) -> start.isBefore(fits)).orElse(fits);
    }

    /** The step that is still to come, and after which nothing can be taken back. */
    private static Optional<RunStep> before(RunDetails run) {
        return run.steps()
            .stream()
            .filter((step) -> step.startedAt() == null && run.plan().step(step.step()).pointOfNoReturn())
            .min(Comparator.comparing(RunStep::plannedStart, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(RunStep::place));
    }

    private static @Nullable String gone(List<RollbackPlan.Begun> begun) {
        return begun.stream()
            .filter((one) -> one.planned().pointOfNoReturn())
            .map((one) -> one.step().name())
            .findFirst()
            .orElse(null);
    }

    /** How long the rehearsal of all took, if it is all that would be taken back. */
    private @Nullable Duration whole(RunHead head, RunDetails run, int begun) {
        if (begun == 0 || begun < run.steps().size()) {
            return null;
        }
        return this.validation.newestRehearsal(this.releases.get(head.releaseKey()))
            .filter(RehearsalDetails::succeeded)
            .map((one) -> Duration.ofMinutes(one.rehearsal().durationMinutes()))
            .orElse(null);
    }

}
