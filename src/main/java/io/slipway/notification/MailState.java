package io.slipway.notification;

/**
 * What became of the mail of a notification.
 */
public enum MailState {

    /** Nobody wanted one. */
    NONE,
    /** It waits to be sent, for the first time or once more. */
    PENDING,
    /** The mail server took it. */
    SENT,
    /** It was tried for days; only an administrator sends it again. */
    FAILED,
    /**
     * It was not sent, because mail is off, the matter was settled meanwhile, or the
     * address may not be written to.
     */
    SKIPPED

}
