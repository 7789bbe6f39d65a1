package io.slipway.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the audit record. There is no way to change it: the database itself refuses.
 */
@Service
@Transactional(readOnly = true)
public class AuditManagement {

    private static final String ENTRIES = "select * from audit_entries";

    private static final KeyOrder<Row> NEWEST = KeyOrder.<Row>descending().number("sequence", Row::sequence);

    /**
     * By the time that is told, which is not quite the order in which rows were written:
     * several nodes write, and what is made for the demo tells of a year ago.
     */
    private static final KeyOrder<Row> LATEST = KeyOrder.<Row>descending()
        .instant("at", Row::at)
        .number("sequence", Row::sequence);

    private final JdbcClient jdbc;

    AuditManagement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The trail of a release, newest first.
     * @param from the cursor, empty for the first page; text that is no cursor counts as
     * empty
     */
    public KeyPage<AuditEntry> trail(String releaseKey, String from) {
        return trail(releaseKey, TrailFilter.NONE, from);
    }

    /**
     * The acts of a release that a filter finds, newest first. A page ends with an act:
     * it has more rows where the last one needs them.
     * @param from the cursor, empty for the first page; text that is no cursor counts as
     * empty
     */
    public KeyPage<AuditEntry> trail(String releaseKey, TrailFilter filter, String from) {
        return page(Clause.equal("release_key", releaseKey).and(filter.condition()), from);
    }

    /** The whole trail of a release, in the order in which it was written. */
    public List<AuditEntry> whole(String releaseKey) {
        return this.jdbc.sql("select * from audit_entries where release_key = :key order by sequence")
            .param("key", releaseKey)
            .query(Row.class)
            .list()
            .stream()
            .map(this::entry)
            .toList();
    }

    /**
     * The history of one thing, newest first.
     * @param subjectType kind of thing, such as {@code item}
     * @param from the cursor, empty for the first page; text that is no cursor counts as
     * empty
     */
    public KeyPage<AuditEntry> historyOf(String subjectType, String subject, String from) {
        return page(Clause.equal("subject_type", subjectType).and(Clause.equal("subject", subject)), from);
    }

    /**
     * What of some kinds was done to a release.
     * @param actions such as {@code release.suspended}
     * @return at most 100 entries, the first that were made, in their order
     */
    public List<AuditEntry> acts(String releaseKey, Collection<String> actions) {
        return this.jdbc.sql("""
                select * from audit_entries where release_key = :key and action in (:actions)
                 order by sequence limit 100""")
            .param("key", releaseKey)
            .param("actions", actions)
            .query(Row.class)
            .list()
            .stream()
            .map(this::entry)
            .toList();
    }

    /**
     * What was done of some kinds in a period, the latest first: each kind is read by its
     * index, however much else was done.
     * @param actions what was done, such as {@code plan.approved}
     * @param which what has to hold besides; {@code Clause.NONE} for nothing
     * @param from the cursor, empty for the first page
     */
    public KeyPage<AuditEntry> acts(Collection<String> actions, Instant since, Instant until, Clause which,
            String from) {
        Clause within = Clause.of("at >= :since", "since", since)
            .and("at < :until", "until", until)
            .and(which)
            .and(LATEST.after(from));
        List<Clause> each = new ArrayList<>();
        for (String action : actions) {
            String name = "action" + each.size();
            each.add(Clause.of("(select sequence from audit_entries")
                .where(Clause.of("action = :" + name, name, action).and(within))
                .append(LATEST.by() + KeyOrder.limit() + ")"));
        }
        return LATEST
            .page(Clause.of("select * from audit_entries where sequence in (select sequence from (")
                .append(Clause.join(each, " union all "))
                .append(") s)" + LATEST.by() + KeyOrder.limit())
                .on(this.jdbc)
                .query(Row.class)
                .list())
            .map(this::entry);
    }

    /** The rows of a condition, the latest first. */
    KeyPage<AuditEntry> latest(Clause which, String from) {
        return LATEST.page(this.jdbc, ENTRIES, which, from, Row.class).map(this::entry);
    }

    private KeyPage<AuditEntry> page(Clause which, String from) {
        List<Row> found = NEWEST.statement(ENTRIES, which, from).on(this.jdbc).query(Row.class).list();
        KeyPage<Row> page = NEWEST.page(found);
        boolean split = page.next() != null && found.get(found.size() - 1).sameAct(found.get(found.size() - 2));
        return (split ? wholeAct(which, found) : page).map(this::entry);
    }

    /** Reads on to the row that is of another act, with which the next page begins. */
    private KeyPage<Row> wholeAct(Clause which, List<Row> found) {
        Row last = found.get(found.size() - 1);
        Clause beyond = which.and("sequence < :last", "last", last.sequence());
        List<Row> rows = new ArrayList<>(found);
        rows.addAll(Clause.of(ENTRIES)
            .where(beyond)
            .append(" and sequence >= coalesce((select sequence from audit_entries")
            .where(beyond.and("(act is null or act <> :act)", "act", Objects.requireNonNull(last.act())))
            .append(NEWEST.by() + " limit 1), 0)" + NEWEST.by())
            .on(this.jdbc)
            .query(Row.class)
            .list());
        if (rows.get(rows.size() - 1).sameAct(last)) {
            return new KeyPage<>(rows, null);
        }
        rows.remove(rows.size() - 1);
        return new KeyPage<>(rows, NEWEST.cursor(rows.get(rows.size() - 1)));
    }

    private AuditEntry entry(Row row) {
        return new AuditEntry(row.sequence(), row.at(), row.actor(), row.actorName(), row.token(),
                (row.role() != null) ? Role.of(row.role()).orElse(null) : null, row.onBehalfOf(), row.action(),
                row.subjectType(), row.subject(), row.releaseKey(), row.reason(), KeptValues.of(row.oldValues()),
                KeptValues.of(row.newValues()), row.madeForDemo(), row.act());
    }

    /** An entry with its values as they are kept, and in a role that may be no more. */
    private record Row(long sequence, Instant at, String actor, String actorName, @Nullable String token,
            @Nullable String role, @Nullable String onBehalfOf, String action, String subjectType, String subject,
            @Nullable String releaseKey, @Nullable String reason, Map<String, JsonNode> oldValues,
            Map<String, JsonNode> newValues, boolean madeForDemo, @Nullable Long act) {

        boolean sameAct(Row other) {
            return this.act != null && this.act.equals(other.act);
        }

    }

}
