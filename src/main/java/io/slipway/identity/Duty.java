package io.slipway.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The acts that separation of duties keeps apart. A user task of a process model names
 * its duty in the property {@code duty}.
 */
public enum Duty {

    /** Submitting a plan for approval. */
    SUBMIT_PLAN(Role.RELEASE_MANAGER),
    /** Approving or rejecting a plan. */
    APPROVE_PLAN(Role.STAKEHOLDER),
    /** Delivering the units of a package. */
    BUILD_PACKAGE(Role.BUILD_ENGINEER),
    /** Signing off, or refusing, the validation of a package. */
    SIGN_OFF_VALIDATION(Role.TEST_MANAGER),
    /** Requesting the change that a deployment needs. */
    REQUEST_CHANGE(Role.RELEASE_MANAGER),
    /** Authorising or rejecting a change. */
    AUTHORISE_CHANGE(Role.CHANGE_AUTHORITY),
    /** Requesting an exception from a freeze, on the page of the release. */
    REQUEST_FREEZE_EXCEPTION(Role.RELEASE_MANAGER),
    /** Approving or rejecting an exception from a freeze. */
    APPROVE_FREEZE_EXCEPTION(Role.CHANGE_AUTHORITY),
    /** Asking for a waiver of failed gates, on the page of the release. */
    REQUEST_WAIVER(Role.RELEASE_MANAGER),
    /** Approving or rejecting a waiver of failed gates. */
    APPROVE_WAIVER(Role.SERVICE_OWNER),
    /** Asking to end early life support before the policy lets it end. */
    REQUEST_EARLY_END(Role.OPERATIONS),
    /** Deciding whether early life support ends before the policy lets it. */
    APPROVE_EARLY_END(Role.SERVICE_OWNER),
    /** Executing a deployment or its rollback. */
    EXECUTE_DEPLOYMENT(Role.DEPLOYMENT_MANAGER),
    /** Reviewing who has access. */
    REVIEW_ACCESS(Role.ADMINISTRATOR),
    /** Reviewing the access of who reviewed that of all others. */
    CONFIRM_ACCESS(Role.RELEASE_MANAGER);

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    private final Role role;

    Duty(Role role) {
        this.role = role;
    }

    /** The duty's name in models and tables, such as {@code submit-plan}. */
    public String id() {
        return this.id;
    }

    /**
     * The role whose work it is.
     * @return the role that may do it
     */
    public Role role() {
        return this.role;
    }

    /**
     * Tells whether a tool may do it by a token, for the owner of the token. Nothing that
     * approves, waives or authorises is among it, and nothing is unless it is named here.
     */
    public boolean automatable() {
        return this == BUILD_PACKAGE;
    }

    /**
     * Finds a duty by its name.
     * @param id the name, such as {@code submit-plan}
     * @return the duty, or nothing if there is none of that name
     */
    public static Optional<Duty> of(String id) {
        return Arrays.stream(values()).filter((duty) -> duty.id.equals(id)).findFirst();
    }

}
