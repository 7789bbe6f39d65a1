package io.slipway.notification;

import io.slipway.ui.UnreadNotices;

import org.springframework.stereotype.Component;

/**
 * Counts what the bell of every page tells.
 */
@Component
class Bell implements UnreadNotices {

    private final NotificationManagement notifications;

    Bell(NotificationManagement notifications) {
        this.notifications = notifications;
    }

    @Override
    public int unread(String userName) {
        return this.notifications.unread(userName);
    }

}
