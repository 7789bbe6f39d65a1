package io.slipway.deployment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.slipway.deployment.Readiness.Condition;
import io.slipway.deployment.Readiness.Verdict;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.collision.CollisionManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.schedule.ScheduleVerdict;
import io.slipway.sql.ReadOnce;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers "May I deploy now?" for page, API and the choke point alike: every condition is
 * judged here and nowhere else. A rollback never asks.
 */
@Service
@Transactional(readOnly = true)
public class DeploymentReadiness {

    private final ReleaseManagement releases;

    private final List<ReadinessSource> sources;

    private final ScheduleConditions schedule;

    private final CollisionManagement collisions;

    private final ReadinessWords words;

    private final Clock clock;

    private final ReadOnce once;

    DeploymentReadiness(ReleaseManagement releases, List<ReadinessSource> sources, ScheduleConditions schedule,
            CollisionManagement collisions, ReadinessWords words, Clock clock, ReadOnce once) {
        this.releases = releases;
        this.sources = sources;
        this.schedule = schedule;
        this.collisions = collisions;
        this.words = words;
        this.clock = clock;
        this.once = once;
    }

    /**
     * Judges whether a release's deployment may start at this moment. Refuses an unknown
     * key with a {@code NotFoundException}.
     * @return the answer with every condition
     */
    public Readiness of(String releaseKey) {
        return of(this.releases.get(releaseKey));
    }

    /**
     * Judges whether a release's deployment may start at this moment.
     * @return the answer with every condition
     */
    public Readiness of(ReleaseDetails release) {
        return this.once.of("readiness", release.key(), () -> judge(release));
    }

    private Readiness judge(ReleaseDetails release) {
        Instant now = this.clock.instant();
        List<Condition> conditions = new ArrayList<>();
        this.sources.forEach((source) -> conditions.addAll(source.conditions(release, now)));
        ScheduleVerdict verdict = this.schedule.judge(release, now);
        conditions.addAll(this.schedule.conditions(release, now, verdict));
        boolean allowed = conditions.stream().noneMatch((condition) -> condition.verdict() == Verdict.UNMET);
        return new Readiness(allowed, now, List.copyOf(conditions), this.collisions.of(release),
                this.schedule.nextOpening(release, now, verdict));
    }

    /** Refuses, at the form as a whole, while a condition is not met; names them all. */
    void refuseUnready(ReleaseDetails release) {
        Readiness answer = of(release);
        if (!answer.allowed()) {
            throw new InvalidInputException("", "deployment.start.unready", this.words.line(answer.unmet()));
        }
    }

}
