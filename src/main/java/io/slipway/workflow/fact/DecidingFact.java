package io.slipway.workflow.fact;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * One of the few facts that decide a step, as the decision page shows them before
 * anything else: a word by its weight, a reason, and where to read more.
 *
 * @param weight what it says to the decision
 * @param label what it is about, such as {@code Planned time}
 * @param reason one sentence with the fact itself
 * @param link address of the page that shows the whole of it; null where there is none
 */
public record DecidingFact(Weight weight, String label, String reason, @Nullable String link) {

    /** The order in which facts are read, the gravest first. */
    public static final Comparator<DecidingFact> GRAVEST_FIRST = Comparator.comparing(DecidingFact::weight);

    /** What a fact says to the decision, the gravest first. */
    public enum Weight {

        /** Speaks against it, or forbids it. */
        BAD("hand-stop"),
        /** Ought to be looked at before. */
        WARN("alert-triangle"),
        /** Nobody knows, which is never taken for good. */
        UNKNOWN("help"),
        /** To be known, for or against nothing. */
        NOTE("info-circle"),
        /** Speaks for it. */
        GOOD("check");

        private final String icon;

        Weight(String icon) {
            this.icon = icon;
        }

        /**
         * The icon that stands beside its word.
         */
        public String icon() {
            return this.icon;
        }

    }

}
