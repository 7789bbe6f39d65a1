package io.slipway.deployment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The answer to "May I deploy now?".
 *
 * @param allowed whether nothing forbids to start the deployment
 * @param asOf when it was judged, UTC
 * @param conditions every condition with its verdict, in the order in which people meet
 * them
 * @param nextOpening when windows and freezes allow it next, UTC, at or after
 * {@code asOf}; null if nobody knows
 */
public record Readiness(boolean allowed, Instant asOf, List<Condition> conditions, @Nullable Instant nextOpening) {

    /**
     * The conditions that forbid the start.
     * @return those that are not met
     */
    public List<Condition> unmet() {
        return with(Verdict.UNMET);
    }

    /** The conditions that do not forbid the start but ought to be looked at. */
    public List<Condition> warnings() {
        return with(Verdict.WARNING);
    }

    private List<Condition> with(Verdict verdict) {
        return this.conditions.stream().filter((condition) -> condition.verdict() == verdict).toList();
    }

    /** What one condition says. */
    public enum Verdict {

        /** Speaks for the start. */
        MET,
        /** Forbids the start. */
        UNMET,
        /** Forbids nothing, but ought to be looked at. */
        WARNING

    }

    /**
     * One condition of the start.
     *
     * @param rule id of the rule, such as {@code change-authorised} or
     * {@code checklist-backups}
     * @param reason one sentence with the fact that decides
     * @param link address of the page where it can be changed
     */
    public record Condition(String rule, Verdict verdict, String reason, String link) {

        static Condition of(String rule, boolean met, String reason, String link) {
            return new Condition(rule, met ? Verdict.MET : Verdict.UNMET, reason, link);
        }

        static Condition warning(String rule, String reason, String link) {
            return new Condition(rule, Verdict.WARNING, reason, link);
        }

    }

}
