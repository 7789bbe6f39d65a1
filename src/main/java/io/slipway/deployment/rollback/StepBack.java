package io.slipway.deployment.rollback;

/**
 * What is taken back next, as the process model needs to know it.
 *
 * @param left whether anything is left
 * @param byTool whether a tool takes it back; else a person
 * @param title name of the step; empty if nothing is left
 */
public record StepBack(boolean left, boolean byTool, String title) {

    private static final int LONGEST = 120;

    /** Nothing is left. */
    public static final StepBack NONE = new StepBack(false, false, "");

    /** A step that is offered. */
    public static StepBack of(WayBack step) {
        return new StepBack(true, step.byTool(), step.label().substring(0, Math.min(LONGEST, step.label().length())));
    }

}
