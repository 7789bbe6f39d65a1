package io.slipway.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.release.ChecklistFact;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes a checklist down as it is now, as JSON for the record and in words for people.
 */
@Component
class ChecklistWords {

    private static final TypeReference<List<ChecklistFact>> FACTS = new TypeReference<>() {
    };

    private final ObjectMapper json;

    private final MessageSource messages;

    ChecklistWords(ObjectMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    String write(List<ChecklistFact> checklist) {
        try {
            return this.json.writeValueAsString(checklist);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException("A checklist is plain data", ex);
        }
    }

    List<ChecklistFact> read(String checklist) {
        try {
            return this.json.readValue(checklist, FACTS);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException("The kept checklist cannot be read", ex);
        }
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
