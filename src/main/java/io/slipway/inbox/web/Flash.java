package io.slipway.inbox.web;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Words what an action did, for the page that follows it.
 */
@Component
class Flash {

    private final MessageSource messages;

    Flash(MessageSource messages) {
        this.messages = messages;
    }

    void success(RedirectAttributes redirect, String code, Object... arguments) {
        redirect.addFlashAttribute("success", text(code, arguments));
    }

    String text(String code, Object... arguments) {
        return this.messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }

}
