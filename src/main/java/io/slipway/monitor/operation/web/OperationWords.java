package io.slipway.monitor.operation.web;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Words what an operation did, or why it was refused.
 */
@Component
class OperationWords {

    private final MessageSource messages;

    OperationWords(MessageSource messages) {
        this.messages = messages;
    }

    String text(String code, Object... arguments) {
        return this.messages.getMessage(code, arguments, Locale.ENGLISH);
    }

}
