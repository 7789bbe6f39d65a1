package io.slipway.api.release;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.slipway.deployment.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * "May I deploy now?" as tools read it.
 *
 * @param release key of the release
 * @param allowed whether nothing forbids to start the deployment
 * @param nextOpening when windows and freezes allow it next; null if nobody knows
 */
record ReadinessAnswer(String release, boolean allowed, Instant asOf, @Nullable Instant nextOpening,
        List<Condition> conditions) {

    static ReadinessAnswer of(String release, Readiness readiness) {
        return new ReadinessAnswer(release, readiness.allowed(), readiness.asOf(), readiness.nextOpening(),
                readiness.conditions().stream().map(Condition::of).toList());
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
