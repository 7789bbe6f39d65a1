package io.slipway.identity;

/**
 * What a named rule says about an intended act, with the reason that a person is shown.
 *
 * @param allowed whether the act may be done
 * @param policy name of the rule that decided, such as
 * {@code plan-author-does-not-approve}
 * @param reason one sentence for the person; empty if allowed
 */
public record Verdict(boolean allowed, String policy, String reason) {

    private static final Verdict PERMIT = new Verdict(true, "", "");

    /** The verdict when no rule objects. */
    public static Verdict permit() {
        return PERMIT;
    }

    /**
     * The verdict of a rule that objects.
     * @param reason one sentence that tells the person why not, and who can
     */
    public static Verdict deny(String policy, String reason) {
        return new Verdict(false, policy, reason);
    }

}
