package io.slipway.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.release.ChecklistFact;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Puts a checklist into words, for people and the record.
 */
@Component
class ChecklistWords {

    private final MessageSource messages;

    ChecklistWords(MessageSource messages) {
        this.messages = messages;
    }

    String names(List<ChecklistFact> facts) {
        return facts.stream()
            .map((fact) -> this.messages.getMessage("release.checklist." + fact.item(), null,
                    LocaleContextHolder.getLocale()))
            .collect(Collectors.joining(", "));
    }

    Map<String, String> states(List<ChecklistFact> checklist) {
        Map<String, String> states = new LinkedHashMap<>();
        checklist.forEach((fact) -> states.put(fact.item().name(), fact.met() ? "met" : "open"));
        return states;
    }

}
