package io.slipway.audit.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.slipway.identity.Act;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps access reviews, and reads what people hold.
 */
@Component
class AccessReviewStore {

    private static final KeyOrder<AccessRow> BY_PERSON = KeyOrder.<AccessRow>ascending().number("id", AccessRow::id);

    private static final KeyOrder<AccessReview> NEWEST = KeyOrder.<AccessReview>descending()
        .number("id", AccessReview::id);

    /** What people who can sign in hold now, a person's rights beside each other. */
    private static final String HELD = """
            insert into access_review_rows (review_id, user_name, kind, name, thing, detail)
            select :review, user_name, kind, name, thing, detail from (
                select p.user_name, 'ROLE' kind, r.role name, 0 thing, '' detail
                  from people p join person_roles r on r.person_id = p.id where p.enabled = true
                union all select p.user_name, 'GROUP', t.name, t.id,
                       coalesce((select group_concat(g.role order by g.role separator ', ') from team_roles g where g.team_id = t.id), '')
                  from people p join team_members m on m.person_id = p.id join teams t on t.id = m.team_id
                 where p.enabled = true
                union all select a.owner, 'TOKEN', a.name, a.id, left(replace(a.roles, ',', ', '), 400)
                  from access_tokens a join people p on p.user_name = a.owner
                 where p.enabled = true and a.revoked_at is null and a.expires_at > :now) held
             order by user_name, kind, name, thing""";

    private final JdbcClient jdbc;

    AccessReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often there is one; whoever opens one has this row for themselves. */
    Rule lockedRule() {
        return this.jdbc.sql("select months, next_at from access_review_rule where id = 1 for update")
            .query(Rule.class)
            .single();
    }

    Rule rule() {
        return this.jdbc.sql("select months, next_at from access_review_rule where id = 1").query(Rule.class).single();
    }

    void keep(Rule rule) {
        Clause.update("access_review_rule", "months", rule.months(), "next_at", rule.nextAt())
            .where(Clause.equal("id", 1))
            .on(this.jdbc)
            .update();
    }

    KeyPage<AccessReview> reviews(String from) {
        return NEWEST.page(this.jdbc, "select * from access_reviews", Clause.NONE, from, AccessReview.class);
    }

    Optional<AccessReview> find(long id) {
        return this.jdbc.sql("select * from access_reviews where id = :id")
            .param("id", id)
            .query(AccessReview.class)
            .optional();
    }

    /** Finds a review for whoever changes it. */
    Optional<AccessReview> lock(long id) {
        return this.jdbc.sql("select * from access_reviews where id = :id for update")
            .param("id", id)
            .query(AccessReview.class)
            .optional();
    }

    Optional<AccessReview> underWay() {
        return this.jdbc.sql("select * from access_reviews where under_way = true")
            .query(AccessReview.class)
            .optional();
    }

    Optional<AccessReview> newest() {
        return this.jdbc.sql("select * from access_reviews order by id desc limit 1")
            .query(AccessReview.class)
            .optional();
    }

    /** Begins a review with what everybody holds. */
    long open(Act act, @Nullable Instant since) {
        long id = Clause
            .insert("access_reviews", "under_way", true, "opened_by", act.by(), "opened_at", act.at(), "since", since,
                    "given", 0, "taken", 0)
            .insertedBy(this.jdbc);
        this.jdbc.sql(HELD).param("review", id).param("now", act.at()).update();
        return id;
    }

    /** Notes that a right was given since the review before. */
    int given(long review, AccessGrants.Grant grant) {
        return Clause.update("access_review_rows", "given_at", grant.at(), "given_by", grant.by())
            .where(Clause.equal("review_id", review)
                .and(Clause.equal("user_name", grant.userName()))
                .and(Clause.equal("kind", grant.kind()))
                .and(Clause.equal("name", grant.name()))
                .and("given_at is null"))
            .on(this.jdbc)
            .update();
    }

    void counted(long review, int given, int taken) {
        Clause.update("access_reviews", "given", given, "taken", taken)
            .where(Clause.equal("id", review))
            .on(this.jdbc)
            .update();
    }

    KeyPage<AccessRow> rows(long review, boolean undecided, String from) {
        return BY_PERSON.page(this.jdbc, "select * from access_review_rows",
                Clause.equal("review_id", review).and(undecided ? Clause.of("decision is null") : Clause.NONE), from,
                AccessRow.class);
    }

    /** All rows in the order of their numbers, which is that of people. */
    List<AccessRow> all(long review) {
        return select(Clause.equal("review_id", review));
    }

    List<AccessRow> some(long review, List<Long> rows) {
        return rows.isEmpty() ? List.of() : select(Clause.equal("review_id", review).and(Clause.in("id", rows)));
    }

    /** What is to be taken away and was not yet. */
    List<AccessRow> revoked(long review) {
        return select(Clause.equal("review_id", review).and("decision = 'REVOKED' and done is null"));
    }

    private List<AccessRow> select(Clause which) {
        return Clause.of("select * from access_review_rows")
            .where(which)
            .append(" order by id")
            .on(this.jdbc)
            .query(AccessRow.class)
            .list();
    }

    void decide(AccessRow.Verdict verdict, Act act) {
        Clause
            .update("access_review_rows", "decision", verdict.decision(), "reason", verdict.reason(), "decided_by",
                    act.by(), "decided_at", act.at())
            .where(Clause.equal("id", verdict.row()))
            .on(this.jdbc)
            .update();
    }

    void done(long row, AccessRow.Done done) {
        Clause.update("access_review_rows", "done", done).where(Clause.equal("id", row)).on(this.jdbc).update();
    }

    AccessCount count(long review, String reader) {
        return this.jdbc.sql("""
                select count(*) `rows`, coalesce(sum(decision is null), 0) undecided,
                       coalesce(sum(decision is null and user_name = :reader), 0) own,
                       coalesce(sum(given_at is not null), 0) fresh, coalesce(sum(decision = 'REVOKED'), 0) revoked
                  from access_review_rows where review_id = :review""")
            .param("review", review)
            .param("reader", reader)
            .query(AccessCount.class)
            .single();
    }

    void close(long review, Act act, String digest) {
        Clause
            .update("access_reviews", "under_way", null, "closed_by", act.by(), "closed_at", act.at(), "digest", digest)
            .where(Clause.equal("id", review))
            .on(this.jdbc)
            .update();
    }

    /**
     * How often people's access is reviewed.
     *
     * @param months from one review to the next
     * @param nextAt when the next begins; null until it is known
     */
    record Rule(int months, @Nullable Instant nextAt) {
    }

}
