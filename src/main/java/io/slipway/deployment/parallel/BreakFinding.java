package io.slipway.deployment.parallel;

import org.jspecify.annotations.Nullable;

/**
 * Who finds out about a break, and what is known of it. Empty where there is none.
 *
 * @param owner user name
 */
public record BreakFinding(String owner, @Nullable BreakCause cause, String explanation) {

    /** There is no break, or nothing is known of it. */
    public static final BreakFinding NONE = new BreakFinding("", null, "");

}
