package io.slipway.api.release;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.slipway.deployment.Readiness;
import io.slipway.planning.collision.CollisionReport;
import org.jspecify.annotations.Nullable;

/**
 * "May I deploy now?" as tools read it.
 *
 * @param release key of the release
 * @param allowed whether nothing forbids to start the deployment
 * @param nextOpening when windows and freezes allow it next; null if nobody knows
 * @param conditions every condition, as it is now
 * @param planned what is in the way at the planned time, the same as on the calendar
 */
record ReadinessAnswer(String release, boolean allowed, Instant asOf, @Nullable Instant nextOpening,
        List<Condition> conditions, Planned planned) {

    static ReadinessAnswer of(String release, Readiness readiness) {
        return new ReadinessAnswer(release, readiness.allowed(), readiness.asOf(), readiness.nextOpening(),
                readiness.conditions().stream().map(Condition::of).toList(), Planned.of(readiness.planned()));
    }

    /**
     * The planned time.
     *
     * @param possible whether the deployment can be as planned
     * @param collisions what it collides with
     * @param nextFree the first start at which it collides with nothing; null if nothing
     * is in the way, or no such start is known
     */
    record Planned(boolean possible, List<Collision> collisions, @Nullable Instant nextFree) {

        static Planned of(CollisionReport report) {
            return new Planned(!report.blocking(), report.collisions().stream().map(Collision::of).toList(),
                    report.nextFree());
        }

    }

    /**
     * Something in the way at the planned time.
     *
     * @param kind in which way, such as {@code freeze}
     * @param blocking whether the deployment cannot be as planned
     * @param reason one sentence with the fact that decides
     * @param where address of the page where it can be changed
     */
    record Collision(String kind, boolean blocking, String reason, String where) {

        static Collision of(io.slipway.planning.collision.Collision found) {
            return new Collision(found.kind().name().toLowerCase(Locale.ROOT), found.blocking(), found.reason(),
                    found.link());
        }

    }

    /**
     * One condition.
     *
     * @param rule id of the rule
     * @param verdict {@code met}, {@code unmet} or {@code warning}
     * @param reason one sentence with the fact that decides
     * @param where address of the page where it can be changed
     */
    record Condition(String rule, String verdict, String reason, String where) {

        static Condition of(Readiness.Condition condition) {
            return new Condition(condition.rule(), condition.verdict().name().toLowerCase(Locale.ROOT),
                    condition.reason(), condition.link());
        }

    }

}
