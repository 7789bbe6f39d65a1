package io.slipway.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The named rules of separation of duties: each keeps two duties on one release in
 * different hands, in whichever order and round they are done.
 */
enum DutyPolicy {

    /** Who submits a plan does not approve it. */
    PLAN_AUTHOR_DOES_NOT_APPROVE(Duty.SUBMIT_PLAN, Duty.APPROVE_PLAN),
    /** Who builds the package does not sign off its validation. */
    BUILDER_DOES_NOT_SIGN_OFF(Duty.BUILD_PACKAGE, Duty.SIGN_OFF_VALIDATION),
    /** Who requests a change does not authorise it. */
    REQUESTER_DOES_NOT_AUTHORISE(Duty.REQUEST_CHANGE, Duty.AUTHORISE_CHANGE),
    /** Who requests an exception from a freeze does not approve it. */
    EXCEPTION_REQUESTER_DOES_NOT_APPROVE(Duty.REQUEST_FREEZE_EXCEPTION, Duty.APPROVE_FREEZE_EXCEPTION),
    /** Who asks for a waiver of failed gates does not approve it. */
    WAIVER_REQUESTER_DOES_NOT_APPROVE(Duty.REQUEST_WAIVER, Duty.APPROVE_WAIVER),
    /** Who builds the package does not waive its failed gates. */
    BUILDER_DOES_NOT_WAIVE(Duty.BUILD_PACKAGE, Duty.APPROVE_WAIVER),
    /** Who asks to end early life support early does not decide on it. */
    EARLY_END_REQUESTER_DOES_NOT_APPROVE(Duty.REQUEST_EARLY_END, Duty.APPROVE_EARLY_END),
    /** Who authorises a change does not execute its deployment. */
    AUTHORISER_DOES_NOT_DEPLOY(Duty.AUTHORISE_CHANGE, Duty.EXECUTE_DEPLOYMENT),
    /** Who reviews access does not decide on their own. */
    ACCESS_REVIEWER_DOES_NOT_CONFIRM(Duty.REVIEW_ACCESS, Duty.CONFIRM_ACCESS);

    /** The rule beside the pairs: nobody counts twice in one decision. */
    static final String COUNTS_ONCE = "one-person-counts-once";

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    private final Duty first;

    private final Duty second;

    DutyPolicy(Duty first, Duty second) {
        this.first = first;
        this.second = second;
    }

    static List<DutyPolicy> on(Duty duty) {
        return Arrays.stream(values()).filter((policy) -> policy.first == duty || policy.second == duty).toList();
    }

    String id() {
        return this.id;
    }

    Duty first() {
        return this.first;
    }

    Duty second() {
        return this.second;
    }

    Duty opposite(Duty duty) {
        return (duty == this.first) ? this.second : this.first;
    }

}
