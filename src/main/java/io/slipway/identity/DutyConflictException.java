package io.slipway.identity;

import org.springframework.security.access.AccessDeniedException;

/**
 * Tells that a role or the separation of duties forbids what somebody tried; the page is
 * a 403 that names the rule.
 */
@SuppressWarnings("serial")
public class DutyConflictException extends AccessDeniedException {

    private final Verdict verdict;

    /** Refuses an act. */
    public DutyConflictException(Verdict verdict) {
        super(verdict.reason());
        this.verdict = verdict;
    }

    /**
     * The verdict that forbade the act.
     * @return the verdict, never an allowing one
     */
    public Verdict verdict() {
        return this.verdict;
    }

}
