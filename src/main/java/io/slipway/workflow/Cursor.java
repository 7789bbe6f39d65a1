package io.slipway.workflow;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended: the last row's instant and id.
 *
 * @param at the value of the column by which the list is sorted
 * @param id the id that follows it in the order
 */
record Cursor(Instant at, String id) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,13})\\.([\\w-]{1,64})");

    static Cursor after(WorkItem item, ViewClauses view) {
        Instant at = switch (view.view()) {
            case FOLLOW_UP -> item.followUpAt();
            case DONE_BY_ME -> item.endedAt();
            default -> item.dueAt();
        };
        return new Cursor(Objects.requireNonNull(at), item.id());
    }

    /** Reads a cursor; null for none and for one that nobody was given. */
    static @Nullable Cursor parse(@Nullable String text) {
        Matcher parts = TEXT.matcher((text != null) ? text : "");
        return parts.matches() ? new Cursor(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), parts.group(2))
                : null;
    }

    String text() {
        return this.at.toEpochMilli() + "." + this.id;
    }

    /** The condition that the page begins after this; its first half bounds the index. */
    Clause clause(ViewClauses view) {
        String column = "w." + view.column();
        String beyond = view.latestFirst() ? "<" : ">";
        LocalDateTime from = Objects.requireNonNull(WorkItemRows.utc(this.at));
        return Clause.of(
                " and " + column + " " + beyond + "= ? and (" + column + " " + beyond + " ? or w.id " + beyond + " ?)",
                from, from, this.id);
    }

}
