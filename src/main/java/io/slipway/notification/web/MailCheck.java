package io.slipway.notification.web;

import java.util.Optional;

import io.slipway.notification.NotificationManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.SystemCheck;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells administrators whether mails failed.
 */
@Component
@Order(2)
class MailCheck implements SystemCheck {

    private final NotificationManagement notifications;

    private final Messages words;

    MailCheck(NotificationManagement notifications, Messages words) {
        this.notifications = notifications;
        this.words = words;
    }

    @Override
    public Optional<State> now() {
        int failed = this.notifications.failedMails();
        String text = this.notifications.mailIsOn() ? this.words.text("notification.check.text", failed)
                : this.words.text("notification.check.off");
        return Optional.of(new State(failed > 0, this.words.text("notification.check"), text,
                "/administration/notifications" + ((failed > 0) ? "?state=FAILED" : "")));
    }

}
