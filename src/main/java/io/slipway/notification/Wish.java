package io.slipway.notification;

/**
 * How a person wants to be told about one kind of matter.
 *
 * @param mail whether by mail
 * @param notice whether by a notice in the portal
 */
public record Wish(boolean mail, boolean notice) {

    static Wish byDefault(NotificationKind kind) {
        return new Wish(kind.mailByDefault(), kind.noticeByDefault());
    }

}
