package io.slipway.audit;

import java.util.List;
import java.util.TreeSet;

/**
 * One row of a release's trail, in words.
 *
 * @param tone how it ended: {@code good}, {@code bad}, or {@code quiet}
 * @param values what was set or changed, by name
 */
public record TrailRow(AuditEntry entry, String action, String tone, List<Value> values) {

    /** A row in words. */
    public static TrailRow of(AuditEntry entry, AuditWords words) {
        TreeSet<String> names = new TreeSet<>(entry.oldValues().keySet());
        names.addAll(entry.newValues().keySet());
        names.remove("step");
        List<Value> values = names.stream()
            .map((name) -> new Value(words.field(name), words.value(name, entry.oldValues().getOrDefault(name, "")),
                    words.value(name, entry.newValues().getOrDefault(name, "")), entry.oldValues().containsKey(name)))
            .filter((value) -> !value.before().isEmpty() || !value.after().isEmpty())
            .toList();
        return new TrailRow(entry, action(entry, words), tone(entry.action()), values);
    }

    /** Says of a task which one it was. */
    private static String action(AuditEntry entry, AuditWords words) {
        String step = entry.newValues().getOrDefault("step", "");
        String action = words.action(entry.action());
        return step.isEmpty() ? action : action + ": " + words.value("step", step);
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

    /**
     * One value of an entry.
     *
     * @param label its name in words
     * @param before the value before, empty if there was none
     * @param after the value after, empty if there is none
     * @param changed whether there was a value before
     */
    public record Value(String label, String before, String after, boolean changed) {

        /** Whether the value is the same as before. */
        public boolean same() {
            return this.before.equals(this.after);
        }

    }

}
