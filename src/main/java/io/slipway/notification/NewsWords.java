package io.slipway.notification;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words of titles and texts, which are written down when something happens.
 */
@Component
class NewsWords {

    private final MessageSource messages;

    NewsWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Such as the title of {@code plan-approved}, with its arguments filled in. */
    String title(String matter, Object... arguments) {
        return this.messages.getMessage("notification.title." + matter, arguments, Locale.ENGLISH);
    }

    String text(String matter, Object... arguments) {
        return this.messages.getMessage("notification.text." + matter, arguments, Locale.ENGLISH);
    }

    /** Such as {@code Early life support}; a code without words as it is. */
    String phase(String code) {
        String words = this.messages.getMessage("release.phase." + code, null, code, Locale.ENGLISH);
        return (words != null) ? words : code;
    }

}
