package io.slipway.ui;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The portal's words, by their keys.
 */
@Component
public class Messages {

    private final MessageSource messages;

    public Messages(MessageSource messages) {
        this.messages = messages;
    }

    public String text(String key, @Nullable Object... arguments) {
        return this.messages.getMessage(key, arguments, Locale.ENGLISH);
    }

    public String text(MessageSourceResolvable message) {
        return this.messages.getMessage(message, Locale.ENGLISH);
    }

    /** The words of a key that may be unknown. */
    public String textOr(String key, String otherwise) {
        return Objects.requireNonNull(this.messages.getMessage(key, null, otherwise, Locale.ENGLISH));
    }

    /** Says on the page that follows what was done. */
    public void success(RedirectAttributes next, String key, @Nullable Object... arguments) {
        next.addFlashAttribute("success", text(key, arguments));
    }

}
