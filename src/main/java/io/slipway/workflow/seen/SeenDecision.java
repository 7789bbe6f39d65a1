package io.slipway.workflow.seen;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import io.slipway.workflow.fact.DecidingFact.Weight;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw who decided a step.
 *
 * @param workItemId the work item that was decided
 * @param form form key of its step, {@code feature/step}
 * @param decidedBy user name of who decided
 * @param question what was asked
 * @param facts what decided, in the order of the page
 * @param digest SHA-256 of what is kept, as the record has it
 * @param intact whether what is kept has that digest, or had it before somebody was
 * erased from it
 * @param erasedAt when somebody was last erased from it, UTC; null if nobody was
 */
public record SeenDecision(String workItemId, String releaseKey, String stepName, String form, String decidedBy,
        Instant decidedAt, How how, String question, List<SeenFact> facts, String digest, boolean intact,
        @Nullable Instant erasedAt) {

    /** The facts, the gravest first. */
    public List<SeenFact> gravestFirst() {
        return this.facts.stream().sorted(Comparator.comparing(SeenFact::weight)).toList();
    }

    /** How many facts spoke against it, were in doubt or unknown. */
    public long against() {
        return this.facts.stream().filter((fact) -> fact.weight().compareTo(Weight.UNKNOWN) <= 0).count();
    }

    /** How the facts came before whoever decided. */
    public enum How {

        /** A page showed them, just so. */
        SHOWN,
        /** A page showed them, and some are others since, but none speaks against it. */
        CHANGED,
        /** No page was shown: a tool decided, or a form without a page. */
        NOT_SHOWN,
        /** A rule decided by them. */
        BY_RULE

    }

    /**
     * One fact that decided.
     *
     * @param changed whether the page that was open said something else
     */
    public record SeenFact(Weight weight, String label, String reason, @Nullable Boolean changed) {
    }

}
