package io.slipway.deployment;

import java.util.List;
import java.util.stream.Collectors;

import io.slipway.deployment.Readiness.Condition;
import io.slipway.ui.Messages;

import org.springframework.stereotype.Component;

/**
 * The words of the conditions under which a deployment may start.
 */
@Component
class ReadinessWords {

    private final Messages messages;

    ReadinessWords(Messages messages) {
        this.messages = messages;
    }

    /** A sentence of the feature's messages. */
    String say(String key, Object... arguments) {
        return this.messages.text(key, arguments);
    }

    /** Names conditions with their reasons, as one line. */
    String line(List<Condition> conditions) {
        return conditions.stream()
            .map((condition) -> say("deployment.rule." + condition.rule()) + ": " + condition.reason())
            .collect(Collectors.joining(" "));
    }

}
