package io.slipway.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import io.slipway.planning.collision.CollisionReport;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "May I deploy now?".
 *
 * @param allowed whether nothing forbids to start the deployment
 * @param asOf when it was judged, UTC
 * @param conditions every condition with its verdict, in the order in which people meet
 * them
 * @param planned what is in the way at the planned time, which is another question: the
 * same as on the calendar
 * @param nextOpening when windows, freezes and its authorised time allow it next, UTC, at
 * or after {@code asOf}; null if nobody knows, as while the line is stopped, or only once
 * the plan is amended
 */
public record Readiness(boolean allowed, Instant asOf, List<Condition> conditions, CollisionReport planned,
        @Nullable Instant nextOpening) {

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

    /**
     * The conditions that speak for the start.
     * @return those that are met
     */
    public List<Condition> met() {
        return with(Verdict.MET);
    }

    /**
     * The same answer with the items of the checklist as one condition, for a page that
     * shows them beside it.
     * @param reason what to say of the items, by how many are not met and of how many
     */
    public Readiness withOneChecklist(BiFunction<Integer, Integer, String> reason) {
        List<Condition> items = this.conditions.stream().filter(Condition::ofChecklist).toList();
        int unmet = (int) items.stream().filter((item) -> item.verdict() != Verdict.MET).count();
        List<Condition> others = new ArrayList<>();
        others.add(Condition.of("checklist", unmet == 0, reason.apply(unmet, items.size()), "#checklist"));
        this.conditions.stream().filter((condition) -> !condition.ofChecklist()).forEach(others::add);
        return new Readiness(this.allowed, this.asOf, List.copyOf(others), this.planned, this.nextOpening);
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

        private boolean ofChecklist() {
            return this.rule.startsWith("checklist-");
        }

        static Condition of(String rule, boolean met, String reason, String link) {
            return new Condition(rule, met ? Verdict.MET : Verdict.UNMET, reason, link);
        }

        static Condition warning(String rule, String reason, String link) {
            return new Condition(rule, Verdict.WARNING, reason, link);
        }

    }

}
