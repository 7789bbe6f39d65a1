package io.slipway.notification;

import io.slipway.ui.Messages;

import org.springframework.stereotype.Component;

/**
 * The words of titles and texts, which are written down when something happens.
 */
@Component
class NewsWords {

    private final Messages messages;

    NewsWords(Messages messages) {
        this.messages = messages;
    }

    /** Such as the title of {@code plan-approved}, with its arguments filled in. */
    String title(String matter, Object... arguments) {
        return this.messages.text("notification.title." + matter, arguments);
    }

    String text(String matter, Object... arguments) {
        return this.messages.text("notification.text." + matter, arguments);
    }

    /** Such as {@code Early life support}; a code without words as it is. */
    String phase(String code) {
        return this.messages.textOr("release.phase." + code, code);
    }

}
