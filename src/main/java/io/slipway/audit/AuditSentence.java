package io.slipway.audit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One row of the record in words: who did what, and what it changed.
 *
 * @param who who did it, in which role, for whom and by which tool
 * @param what what was done, such as {@code Submitted the plan for approval, revision 2}
 * @param tone how it ended: {@code good}, {@code bad}, or {@code quiet}
 * @param values what was set or changed and is not yet said, by name
 */
public record AuditSentence(AuditEntry entry, String who, String what, String tone, List<FieldChange> values) {

    /** So much is told without being asked for. */
    private static final int SHORT = 240;

    private static final Pattern ENGINE_KEY = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** The whole sentence, for what is read without the page. */
    public String text() {
        return this.who + (this.who.contains(",") ? ", " : " ") + Character.toLowerCase(this.what.charAt(0))
                + this.what.substring(1);
    }

    /**
     * Whether the thing's key says more than the sentence, the release and the person do:
     * the engine's own keys tell nobody anything.
     */
    public boolean namesSubject() {
        String subject = this.entry.subject();
        return !subject.equals(this.entry.releaseKey()) && !subject.equals(this.entry.actor())
                && !this.what.contains(subject) && !ENGINE_KEY.matcher(subject).matches();
    }

    /** The values in one text. */
    public String details() {
        return this.values.stream().map(FieldChange::text).collect(Collectors.joining("; "));
    }

    /** Whether the values are few and say what became another. */
    public boolean open() {
        return this.values.stream().anyMatch(FieldChange::changed) && details().length() <= SHORT;
    }

    /**
     * One value of an entry.
     *
     * @param label its name in words
     * @param before the value before, empty if there was none
     * @param after the value after, empty if there is none
     * @param changed whether there was a value before
     */
    public record FieldChange(String label, String before, String after, boolean changed) {

        /** Whether the value is the same as before. */
        public boolean same() {
            return this.before.equals(this.after);
        }

        /** The value in one text, such as {@code Ends: 4 Dec → 5 Dec}. */
        public String text() {
            return this.label + ": "
                    + ((this.changed && !same()) ? shown(this.before) + " → " + shown(this.after) : this.after);
        }

        private static String shown(String value) {
            return value.isEmpty() ? "–" : value;
        }

    }

}
