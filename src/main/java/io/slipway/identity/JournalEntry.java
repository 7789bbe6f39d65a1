package io.slipway.identity;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did, as the audit record keeps it. The actor, the instant and
 * the sequence are added by the {@link Journal} and the record.
 *
 * @param action what was done, object and past participle, such as {@code plan.submitted}
 * @param subjectType kind of thing it was done to, such as {@code release}
 * @param subject key of that thing
 * @param releaseKey key of the release it belongs to, if any
 * @param role the role in which it was done, if one counted
 * @param reason why, in the person's words, if asked for
 * @param oldValues the values before, by name; empty if nothing was changed
 * @param newValues the values after, by name
 */
public record JournalEntry(String action, String subjectType, String subject, @Nullable String releaseKey,
        @Nullable Role role, @Nullable String reason, Map<String, ?> oldValues, Map<String, ?> newValues) {

    /**
     * Begins an entry.
     * @param action what was done, such as {@code plan.submitted}
     * @param subjectType kind of thing, such as {@code release}
     * @param subject key of the thing
     * @return an entry without release, role, reason and values
     */
    public static JournalEntry of(String action, String subjectType, String subject) {
        return new JournalEntry(action, subjectType, subject, null, null, null, Map.of(), Map.of());
    }

    /** An entry on a release itself. */
    public static JournalEntry ofRelease(String action, String releaseKey) {
        return of(action, "release", releaseKey).release(releaseKey);
    }

    /** Adds the release that it belongs to. */
    public JournalEntry release(String key) {
        return new JournalEntry(this.action, this.subjectType, this.subject, key, this.role, this.reason,
                this.oldValues, this.newValues);
    }

    /** Adds the role in which it was done. */
    public JournalEntry as(@Nullable Role value) {
        return new JournalEntry(this.action, this.subjectType, this.subject, this.releaseKey, value, this.reason,
                this.oldValues, this.newValues);
    }

    /** Adds the reason. */
    public JournalEntry because(@Nullable String value) {
        return new JournalEntry(this.action, this.subjectType, this.subject, this.releaseKey, this.role, value,
                this.oldValues, this.newValues);
    }

    /** Adds the changed values. */
    public JournalEntry change(Map<String, ?> before, Map<String, ?> after) {
        return new JournalEntry(this.action, this.subjectType, this.subject, this.releaseKey, this.role, this.reason,
                before, after);
    }

    /** Adds the values that were set. */
    public JournalEntry with(Map<String, ?> values) {
        return change(Map.of(), values);
    }

}
