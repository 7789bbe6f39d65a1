package io.slipway.planning.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The steps in which a plan is written, in their order: each is one of the plan's
 * records.
 */
public enum PlanStep {

    /** What is delivered, and where. */
    SCOPE,
    /** When, and what of others has to be before, at once or apart. */
    TIMES,
    /** In which waves, by which steps. */
    DEPLOYMENT,
    /** How it is taken back. */
    WAY_BACK,
    /** Who is told what. */
    COMMUNICATION,
    /** Who approves, and whom it counts on. */
    PEOPLE,
    /** How long it is watched. */
    SUPPORT;

    /** Its name in addresses and messages, such as {@code way-back}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The step of a name in addresses. */
    public static Optional<PlanStep> of(String id) {
        return Arrays.stream(values()).filter((step) -> step.id().equals(id)).findFirst();
    }

}
