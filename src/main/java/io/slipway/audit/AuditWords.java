package io.slipway.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.slipway.identity.PersonDirectory;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;

import org.springframework.stereotype.Component;

/**
 * Puts the record's codes into words; a code without a message is shown in a readable
 * form of its own.
 */
@Component
public class AuditWords {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    private static final Pattern CONSTANT = Pattern.compile("[A-Z]+(_[A-Z]+)*");

    private static final Set<String> PEOPLE = Set.of("assignee", "owner", "approvers");

    private final Messages messages;

    private final Times times;

    private final PersonDirectory people;

    AuditWords(Messages messages, Times times, PersonDirectory people) {
        this.messages = messages;
        this.times = times;
        this.people = people;
    }

    /** What was done, in words. */
    public String action(String code) {
        return message("audit.action." + code, code);
    }

    /** A kind of thing, in words. */
    public String subjectType(String code) {
        return message("audit.subject." + code, readable(code));
    }

    String field(String name) {
        return message("audit.field." + name, readable(name));
    }

    String value(String field, String value) {
        if (INSTANT.matcher(value).matches()) {
            return instant(value);
        }
        if (PEOPLE.contains(field)) {
            return String.join(", ",
                    value.lines()
                        .flatMap((line) -> Pattern.compile(", ?").splitAsStream(line))
                        .map(this.people::name)
                        .toList());
        }
        if (value.startsWith("Task_")) {
            return readable(value.substring("Task_".length()));
        }
        return CONSTANT.matcher(value).matches() ? readable(value.toLowerCase(Locale.ROOT)) : value;
    }

    private String instant(String text) {
        try {
            return this.times.shown(Instant.parse(text));
        }
        catch (DateTimeException ex) {
            return text;
        }
    }

    private String message(String code, String otherwise) {
        return this.messages.textOr(code, otherwise);
    }

    private static String readable(String name) {
        String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replaceAll("[-_]", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

}
