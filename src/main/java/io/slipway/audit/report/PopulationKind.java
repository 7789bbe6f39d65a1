package io.slipway.audit.report;

import io.slipway.sql.Clause;

/**
 * What a population consists of.
 */
public enum PopulationKind {

    /** Every deployment that was started, by release and attempt. */
    DEPLOYMENTS("concat(t.release_key, '/', t.attempt)", "deployments", "started_at"),
    /** Every change that was raised, by its number. */
    CHANGES("t.number", "change_records", "raised_at");

    private final String key;

    private final String table;

    private final String at;

    PopulationKind(String key, String table, String at) {
        this.key = key;
        this.table = table;
        this.at = at;
    }

    /** The statement that finds the members, before its order. */
    String select() {
        return "select " + this.key + " member, t." + this.at + " at, t.id, t.release_key, t.status from " + this.table
                + " t";
    }

    Clause within(ReportPeriod period) {
        return Clause.of("t." + this.at + " >= :since", "since", period.since())
            .and("t." + this.at + " < :until", "until", period.until());
    }

    /** What decides the order: when, then the database's number. */
    String at() {
        return "t." + this.at;
    }

}
