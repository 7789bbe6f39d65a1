package io.slipway.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.identity.PersonDirectory;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.seen.SeenDecisions;

import org.springframework.stereotype.Component;

/**
 * Puts the record into words: one sentence for each kind of event, the names of its
 * values, and the values themselves. All who show the record ask here.
 * <p>
 * A sentence is {@code audit.action.<kind>}: what was done, after who did it. What stands
 * in {@code [brackets]} is told where its {@code {values}} are known; {@code {subject}}
 * is the key of the thing, {@code {person}} the name of the person that it is.
 */
@Component
public class AuditSentences {

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)]");

    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z-]+)}");

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    private static final Pattern CONSTANT = Pattern.compile("[A-Z]+(_[A-Z]+)*");

    private static final Pattern TABLE = Pattern.compile("([A-Z][a-z]+)+Decision");

    private static final Set<String> PEOPLE = Set.of("assignee", "owner", "approvers", "stoppedBy", "recipient",
            "release.plan.approvers");

    private static final Set<String> ROLES = Set.of("role", "roles");

    private final Messages messages;

    private final Times times;

    private final PersonDirectory people;

    private final AuditKinds kinds;

    private final SeenDecisions seen;

    AuditSentences(Messages messages, Times times, PersonDirectory people, AuditKinds kinds, SeenDecisions seen) {
        this.messages = messages;
        this.times = times;
        this.people = people;
        this.kinds = kinds;
        this.seen = seen;
    }

    /** Rows in words, those of one act together, in the order of the rows. */
    public List<AuditAct> acts(List<AuditEntry> rows) {
        return AuditAct.of(rows.stream().map(this::of).toList(), this.kinds,
                this.seen.of(rows.stream().filter(AuditAct::decides).map(AuditEntry::subject).toList()));
    }

    /** A row in words. */
    public AuditSentence of(AuditEntry entry) {
        Set<String> said = new HashSet<>(Set.of("step"));
        String what = what(entry, said);
        TreeSet<String> names = new TreeSet<>(entry.oldValues().keySet());
        names.addAll(entry.newValues().keySet());
        names.removeIf((name) -> said.contains(name) && !changed(entry, name));
        List<AuditSentence.FieldChange> values = names.stream()
            .map((name) -> new AuditSentence.FieldChange(field(name),
                    value(name, entry.oldValues().getOrDefault(name, "")),
                    value(name, entry.newValues().getOrDefault(name, "")), entry.oldValues().containsKey(name)))
            .filter((value) -> !value.before().isEmpty() || !value.after().isEmpty())
            .toList();
        return new AuditSentence(entry, who(entry), what, tone(entry.action()), values);
    }

    /** Who did it, in which role, for whom and by which tool. */
    public String who(AuditEntry entry) {
        if (entry.bySystem()) {
            return this.messages.text("audit.by-system");
        }
        StringBuilder who = new StringBuilder(entry.actorName());
        if (entry.role() != null) {
            who.append(this.messages.text("audit.as-role", role(entry.role().id())));
        }
        if (entry.onBehalfOf() != null) {
            who.append(this.messages.text("audit.on-behalf-of", this.people.name(entry.onBehalfOf())));
        }
        if (entry.token() != null) {
            who.append(this.messages.text("audit.by-token", entry.token()));
        }
        return who.toString();
    }

    /** The name of a kind of event: its sentence without values. */
    public String action(String kind) {
        return OPTIONAL.matcher(this.messages.textOr("audit.action." + kind, kind)).replaceAll("");
    }

    /** A kind of thing, in words. */
    public String subjectType(String code) {
        return this.messages.textOr("audit.subject." + code, readable(code));
    }

    /**
     * The name of a value; what has none of its own is named by a message of its feature.
     */
    public String field(String name) {
        return this.messages.textOr("audit.field." + name, this.messages.textOr(name, readable(name)));
    }

    /** Whether a kind of event is known and has its sentence. */
    public boolean tells(String kind) {
        return !this.messages.textOr("audit.action." + kind, "").isEmpty()
                && this.kinds.all().stream().anyMatch((known) -> known.id().equals(kind));
    }

    /** Whether a value has a name in words. */
    public boolean names(String field) {
        return !this.messages.textOr("audit.field." + field, this.messages.textOr(field, "")).isEmpty();
    }

    /** Whether a kind of thing has a name in words. */
    public boolean namesType(String subjectType) {
        return !this.messages.textOr("audit.subject." + subjectType, "").isEmpty();
    }

    private String what(AuditEntry entry, Set<String> said) {
        String sentence = this.messages.textOr("audit.action." + entry.action(), entry.action());
        return OPTIONAL.matcher(sentence)
            .replaceAll((part) -> Matcher.quoteReplacement(part(part.group(1), entry, said)));
    }

    /** An optional part of a sentence, or nothing where one of its values is unknown. */
    private String part(String text, AuditEntry entry, Set<String> said) {
        Set<String> used = new HashSet<>();
        StringBuilder filled = new StringBuilder();
        Matcher fields = FIELD.matcher(text);
        while (fields.find()) {
            String value = filling(fields.group(1), entry);
            if (value.isEmpty()) {
                return "";
            }
            used.add(fields.group(1));
            fields.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        said.addAll(used);
        return fields.appendTail(filled).toString();
    }

    private String filling(String name, AuditEntry entry) {
        return switch (name) {
            case "subject" -> value(name, entry.subject());
            case "person" -> this.people.name(entry.subject());
            default -> value(name, entry.value(name));
        };
    }

    private static boolean changed(AuditEntry entry, String name) {
        return entry.oldValues().containsKey(name) && entry.newValues().containsKey(name)
                && !entry.oldValues().get(name).equals(entry.newValues().get(name));
    }

    /** A value, in words. */
    public String value(String field, String value) {
        if (INSTANT.matcher(value).matches()) {
            return instant(value);
        }
        if (PEOPLE.contains(field)) {
            return each(value, this.people::name);
        }
        if (ROLES.contains(field)) {
            return each(value, this::role);
        }
        if (field.equals("export")) {
            return this.messages.textOr("audit.export.kind." + value, value);
        }
        if (value.startsWith("Task_")) {
            return readable(value.substring("Task_".length()));
        }
        if (TABLE.matcher(value).matches()) {
            return readable(value.substring(0, value.length() - "Decision".length()));
        }
        if (value.equals("true") || value.equals("false")) {
            return this.messages.text("audit.value." + value);
        }
        return CONSTANT.matcher(value).matches() ? readable(value.toLowerCase(Locale.ROOT)) : value;
    }

    private String role(String id) {
        return this.messages.textOr("identity.role." + id, id);
    }

    private static String each(String value, UnaryOperator<String> word) {
        return String.join(", ",
                value.lines().flatMap((line) -> Pattern.compile(", ?").splitAsStream(line)).map(word).toList());
    }

    private String instant(String text) {
        try {
            Instant at = Instant.parse(text);
            return (at.getEpochSecond() % 60 == 0) ? this.times.shown(at) : this.times.exact(at);
        }
        catch (DateTimeException ex) {
            return text;
        }
    }

    private static String tone(String action) {
        String what = action.substring(action.indexOf('.') + 1);
        return switch (what) {
            case "rejected", "refused", "failed", "rolled-back", "cancelled", "no-go", "refuted", "withdrawn",
                    "rehearsal-failed", "given-up", "incomplete", "rollback-decided", "returned" ->
                "bad";
            case "approved", "authorised", "passed", "confirmed", "succeeded", "verified", "go", "rehearsed",
                    "handed-over", "closed", "assembled", "backups-confirmed" ->
                "good";
            default -> "quiet";
        };
    }

    private static String readable(String name) {
        String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replaceAll("[-_]", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

}
