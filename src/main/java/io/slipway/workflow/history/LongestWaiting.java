package io.slipway.workflow.history;

import java.time.Instant;

import io.slipway.sql.Clause;

/**
 * The open work item of each release that waits longest, for lists of other features that
 * are read in this order: a source {@code w} with {@code business_key},
 * {@code created_at} and {@code id}, in the order of the last two.
 */
public final class LongestWaiting {

    /** What it is read from. */
    public static final String SOURCE = "work_items w";

    private LongestWaiting() {
    }

    /** The condition that a row of the source is one. */
    public static Clause condition() {
        return Clause.of("w.state = 'OPEN' and not exists (select 1 from work_items o"
                + " where o.business_key = w.business_key and o.state = 'OPEN'"
                + " and (o.created_at < w.created_at or o.created_at = w.created_at and o.id < w.id))");
    }

    /** The condition that it waits since before a moment. */
    public static Clause since(Instant before) {
        return Clause.of("w.created_at < :waitsSince", "waitsSince", before);
    }

    /**
     * The condition that a release has something that waits since before a moment.
     * @param key the column with the release's key
     */
    public static Clause any(String key, Instant before) {
        return Clause
            .of("exists (select 1 from work_items w where w.business_key = " + key + " and w.state = 'OPEN' and ")
            .append(since(before))
            .append(")");
    }

}
