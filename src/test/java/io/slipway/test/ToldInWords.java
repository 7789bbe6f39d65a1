package io.slipway.test;

import java.util.List;
import java.util.stream.Stream;

import io.slipway.audit.AuditSentences;
import io.slipway.identity.ActionRecorded;
import io.slipway.identity.ActionsRecorded;
import io.slipway.identity.JournalEntry;

import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Guards the words of the record, whatever test acts: refuses an act whose kind has no
 * sentence or no place in {@code audit/kinds.properties}, or whose values have no names.
 */
@Component
@Profile("test")
class ToldInWords {

    private final AuditSentences words;

    ToldInWords(AuditSentences words) {
        this.words = words;
    }

    @EventListener
    void on(ActionRecorded recorded) {
        check(recorded.entry());
    }

    @EventListener
    void on(ActionsRecorded recorded) {
        recorded.entries().forEach(this::check);
    }

    private void check(JournalEntry entry) {
        if (!this.words.tells(entry.action())) {
            throw new IllegalStateException(
                    "No sentence, or no entry in audit/kinds.properties, for the kind " + entry.action());
        }
        List<String> unnamed = Stream.concat(entry.oldValues().keySet().stream(), entry.newValues().keySet().stream())
            .filter((field) -> !this.words.names(field))
            .toList();
        if (!unnamed.isEmpty()) {
            throw new IllegalStateException("No audit.field message for " + unnamed + " of " + entry.action());
        }
        if (!this.words.namesType(entry.subjectType())) {
            throw new IllegalStateException(
                    "No audit.subject message for " + entry.subjectType() + " of " + entry.action());
        }
    }

}
