package io.slipway.deployment;

import java.util.List;
import java.util.stream.Collectors;

import io.slipway.deployment.Readiness.Condition;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The words of the conditions under which a deployment may start.
 */
@Component
class ReadinessWords {

    private final MessageSource messages;

    ReadinessWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A sentence of the feature's messages. */
    String say(String key, Object... arguments) {
        return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** Names conditions with their reasons, as one line. */
    String line(List<Condition> conditions) {
        return conditions.stream()
            .map((condition) -> say("deployment.rule." + condition.rule()) + ": " + condition.reason())
            .collect(Collectors.joining(" "));
    }

}
