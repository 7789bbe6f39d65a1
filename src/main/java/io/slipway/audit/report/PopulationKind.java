package io.slipway.audit.report;

import java.util.List;

import io.slipway.sql.Clause;

/**
 * What a population consists of.
 */
public enum PopulationKind {

    /** Every deployment that was started, by release and attempt. */
    DEPLOYMENTS("concat(t.release_key, '/', t.attempt)", "deployments", "started_at", "deployment.started",
            "concat(release_key, '/', json_value(new_values, '$.attempt'))", ""),
    /** Every change that was raised, by its number. */
    CHANGES("t.number", "change_records", "raised_at", "change.raised", "subject", "CHG"),
    /** Every release that was registered, by its key. */
    RELEASES("t.release_key", "releases", "registered_at", "release.registered", "subject", "REL");

    private final String key;

    private final String table;

    private final String at;

    private final String action;

    private final String recorded;

    private final String series;

    PopulationKind(String key, String table, String at, String action, String recorded, String series) {
        this.key = key;
        this.table = table;
        this.at = at;
        this.action = action;
        this.recorded = recorded;
        this.series = series;
    }

    /** The event with which a member begins. */
    String action() {
        return this.action;
    }

    /** What of that event is the member. */
    String recorded() {
        return this.recorded;
    }

    /** What stands before the numbers of members; empty where they have none. */
    String series() {
        return this.series;
    }

    /** The member, as a column. */
    String key() {
        return this.key;
    }

    /** The column that says when. */
    String time() {
        return this.at;
    }

    String table() {
        return this.table;
    }

    /** Those members that some keys name. */
    Clause among(List<String> members) {
        return this.series.isEmpty()
                ? Clause.in("t.release_key",
                        members.stream().map((one) -> one.substring(0, one.lastIndexOf('/'))).distinct().toList())
                : Clause.in(this.key, members);
    }

    /** Those rows of the record that may tell of some members. */
    Clause recordedAmong(List<String> members) {
        return (this.series.isEmpty()
                ? Clause.in("release_key",
                        members.stream().map((one) -> one.substring(0, one.lastIndexOf('/'))).distinct().toList())
                : Clause.equal("subject_type", (this == CHANGES) ? "change" : "release")
                    .and(Clause.in("subject", members)))
            .and(Clause.equal("action", this.action));
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
