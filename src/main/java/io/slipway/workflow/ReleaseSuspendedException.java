package io.slipway.workflow;

import io.slipway.input.InvalidInputException;

/**
 * Refuses what nobody may do while a release is suspended; its message says who suspended
 * it, when and why. Forms show it above themselves and keep what was typed.
 */
@SuppressWarnings("serial")
public class ReleaseSuspendedException extends InvalidInputException {

    private final transient Suspension suspension;

    /**
     * Refuses an act.
     * @param by full name of who suspended the release
     * @param at when, in the words of the person who reads it
     */
    public ReleaseSuspendedException(Suspension suspension, String by, String at) {
        super("", "workflow.suspended", by, suspension.businessKey(), at, suspension.reason());
        this.suspension = suspension;
    }

    /** The suspension that refuses the act. */
    public Suspension suspension() {
        return this.suspension;
    }

}
