package io.slipway.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.release.checklist.ChecklistFact;
import io.slipway.ui.Messages;

import org.springframework.stereotype.Component;

/**
 * Puts a checklist into words, for people and the record.
 */
@Component
class ChecklistWords {

    private final Messages messages;

    ChecklistWords(Messages messages) {
        this.messages = messages;
    }

    String names(List<ChecklistFact> facts) {
        return facts.stream()
            .map((fact) -> this.messages.text("release.checklist." + fact.item()))
            .collect(Collectors.joining(", "));
    }

    Map<String, String> states(List<ChecklistFact> checklist) {
        Map<String, String> states = new LinkedHashMap<>();
        checklist.forEach((fact) -> states.put(fact.item().name(), fact.met() ? "met" : "open"));
        return states;
    }

}
