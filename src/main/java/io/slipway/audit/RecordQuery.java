package io.slipway.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the record are asked for. What is empty does not count.
 *
 * @param actor user name of who did it
 * @param action what was done, such as {@code plan.submitted}
 * @param subjectType kind of thing, such as {@code person}
 * @param subject key of the thing
 * @param release key of the release
 * @param since from when, UTC; null for the beginning
 * @param until until when, UTC, exclusive; null for now
 * @param trail which acts of the release; it counts where a release is given
 */
public record RecordQuery(String actor, String action, String subjectType, String subject, String release,
        @Nullable Instant since, @Nullable Instant until, TrailFilter trail) {

    public RecordQuery {
        trail = release.isEmpty() ? TrailFilter.NONE : trail;
    }

    /** All acts, whatever was done in them. */
    public RecordQuery(String actor, String action, String subjectType, String subject, String release,
            @Nullable Instant since, @Nullable Instant until) {
        this(actor, action, subjectType, subject, release, since, until, TrailFilter.NONE);
    }

    /** The condition on rows of the record. */
    public Clause condition() {
        Clause condition = Clause.given("actor", this.actor)
            .and(Clause.given("action", this.action))
            .and(Clause.given("subject_type", this.subjectType))
            .and(Clause.given("subject", this.subject))
            .and(Clause.given("release_key", this.release))
            .and(this.trail.condition());
        if (this.since != null) {
            condition = condition.and("at >= :since", "since", this.since);
        }
        return (this.until != null) ? condition.and("at < :until", "until", this.until) : condition;
    }

    /** The query as it is recorded: what was asked for, by name. */
    public Map<String, String> parameters() {
        TreeMap<String, String> asked = new TreeMap<>(this.trail.asked());
        put(asked, "actor", this.actor);
        put(asked, "action", this.action);
        put(asked, "subjectType", this.subjectType);
        put(asked, "subject", this.subject);
        put(asked, "release", this.release);
        put(asked, "since", (this.since != null) ? this.since.toString() : "");
        put(asked, "until", (this.until != null) ? this.until.toString() : "");
        return asked;
    }

    private static void put(Map<String, String> asked, String name, String value) {
        if (!value.isEmpty()) {
            asked.put(name, value);
        }
    }

    /**
     * Whether it asks for what one person did, or what was done to a person's account.
     */
    boolean ofPerson() {
        return !this.actor.isEmpty() || this.subjectType.equals("person");
    }

}
