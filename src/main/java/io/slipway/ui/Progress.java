package io.slipway.ui;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells, for the fragment {@code fragments/phases}, where each phase lies on the way.
 */
@Component("progress")
public class Progress {

    /**
     * Where a phase lies.
     * @param current the phase in which the thing is, or ended
     * @param state {@code under-way}, {@code done} or {@code stopped}
     * @param leapt the phase from which it leapt to the current one, past those between;
     * null if it leapt over none
     * @return {@code done}, {@code current}, {@code ahead}, {@code stopped} or
     * {@code unreached}
     */
    public String where(Enum<?> phase, Enum<?> current, String state, @Nullable Enum<?> leapt) {
        boolean stopped = "stopped".equals(state);
        if (leapt != null && phase.ordinal() > leapt.ordinal() && phase.ordinal() < current.ordinal()) {
            return "unreached";
        }
        if ("done".equals(state) || phase.ordinal() < current.ordinal()) {
            return "done";
        }
        if (phase == current) {
            return stopped ? "stopped" : "current";
        }
        return stopped ? "unreached" : "ahead";
    }

    /**
     * The icon for a place on the way.
     * @param where as {@link #where} gives it
     */
    public String icon(String where) {
        return switch (where) {
            case "done" -> "check";
            case "current" -> "point";
            case "stopped" -> "x";
            case "unreached" -> "minus";
            default -> "dots";
        };
    }

}
