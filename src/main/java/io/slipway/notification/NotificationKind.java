package io.slipway.notification;

/**
 * What a notification is about. People choose for each kind whether they want mail, a
 * notice in the portal, or neither.
 */
public enum NotificationKind {

    /** A task is mine. */
    TASK(true, true),
    /** A task waits for one of my roles; the task list shows it anyway, so no notice. */
    TASK_FOR_ROLE(true, false),
    /** A task of mine or of my roles is due soon, or overdue. */
    REMINDER(true, true),
    /** Something was decided on a release of mine, or went live, or back. */
    DECISION(true, true),
    /** Somebody addresses me in a comment. */
    MENTION(true, true),
    /** Somebody comments on a release of mine. */
    COMMENT(false, true),
    /** A window, a freeze or the stopped line concerns a release of mine. */
    SCHEDULE(true, true),
    /** The communication plan of a release has something to say to me. */
    ANNOUNCEMENT(true, true),
    /** Somebody tries to sign in as me. */
    SIGN_IN(true, true),
    /** The checkpoint of the record of each day, for auditors who keep it. */
    CHECKPOINT(false, false);

    private final boolean mail;

    private final boolean notice;

    NotificationKind(boolean mail, boolean notice) {
        this.mail = mail;
        this.notice = notice;
    }

    /** Whether it is told only to those who audit. */
    public boolean forAuditors() {
        return this == CHECKPOINT;
    }

    boolean mailByDefault() {
        return this.mail;
    }

    boolean noticeByDefault() {
        return this.notice;
    }

}
