package io.slipway.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.slipway.identity.Role;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes single rows of the table of work items, in the transaction of the
 * caller. Whoever changes a work item locks its row first, so that two people on one task
 * queue up instead of meeting in a deadlock.
 */
@Component
public class WorkItemRows {

    static final String OVERDUE = """
            select business_key from work_items where state = 'OPEN' and due_at < :now order by due_at limit :most""";

    /** The columns of a work item, as its record names them. */
    static final String COLUMNS = "w.id, w.business_key, w.subject, w.process, w.step, w.step_name, w.phase, w.role, "
            + "w.assignee, w.priority, w.due_at, w.follow_up_at, w.created_at, w.state, w.ended_at, w.ended_by, "
            + "w.outcome, w.reason, w.form, w.duty, w.decision, w.named, w.escalated_at, w.escalated_to, w.instance, "
            + "exists (select 1 from suspensions s where s.business_key = w.business_key) suspended";

    private static final String ONCE_MORE = ", version = version + 1";

    private final JdbcClient jdbc;

    private final WorkItemWords words;

    WorkItemRows(JdbcClient jdbc, WorkItemWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    Optional<WorkItem> find(String id) {
        return select(Clause.equal("w.id", id), "").optional();
    }

    /** Finds a work item and keeps others from changing it until the transaction ends. */
    Optional<WorkItem> lock(String id) {
        return select(Clause.equal("w.id", id), " for update wait 10").optional();
    }

    /**
     * Locks the open work items of a release, each by its id and in the order of ids: a
     * lock taken through another index would meet those of {@link #lock} crosswise.
     */
    List<WorkItem> lockOpenOf(String businessKey) {
        return this.jdbc.sql("select id from work_items where business_key = :key and state = 'OPEN' order by id")
            .param("key", businessKey)
            .query(String.class)
            .list()
            .stream()
            .flatMap((id) -> lock(id).stream())
            .filter(WorkItem::open)
            .toList();
    }

    /** The work items of a release in a state, in the order of an instant. */
    List<WorkItem> of(String businessKey, WorkItemState state) {
        return select(Clause.equal("w.business_key", businessKey).and(Clause.equal("w.state", state)),
                " order by w." + ((state == WorkItemState.OPEN) ? "created_at" : "ended_at") + ", w.id limit 500")
            .list();
    }

    /** The open work items of some releases, the oldest of each first. */
    List<WorkItem> openOf(Collection<String> businessKeys) {
        return select(Clause.of("w.business_key in (:keys) and w.state = 'OPEN'").with("keys", businessKeys),
                " order by w.created_at, w.id limit 2000")
            .list();
    }

    /** Read through the index of due times alone. */
    List<String> overdueKeys(Instant now, int most) {
        return this.jdbc.sql(OVERDUE).param("now", now).param("most", most).query(String.class).list();
    }

    /**
     * Open work items of a role in the order of their due times, read through that index.
     */
    List<WorkItem> due(String role, Instant after, String afterId, Instant until, int most) {
        return select(Clause.of("w.state = 'OPEN'")
            .and(Clause.equal("w.role", role))
            .and("w.due_at between :after and :until and (w.due_at > :after or w.id > :id)")
            .with("after", after)
            .with("until", until)
            .with("id", afterId), " order by w.due_at, w.id limit " + most).list();
    }

    private JdbcClient.MappedQuerySpec<WorkItem> select(Clause where, String rest) {
        return Clause.of("select " + COLUMNS + " from work_items w")
            .where(where)
            .append(rest)
            .on(this.jdbc)
            .query(WorkItem.class);
    }

    /** The id of the process definition that a work item runs on. */
    public Optional<String> definition(String id) {
        return this.jdbc.sql("select definition from work_items where id = :id")
            .param("id", id)
            .query(String.class)
            .optional();
    }

    /** Tells whether somebody already has an open work item in the same decision. */
    boolean decides(WorkItem item, String userName) {
        return this.jdbc
            .sql("select count(*) from work_items where business_key = :businessKey and state = 'OPEN' "
                    + "and decision = :decision and assignee = :person and id <> :id")
            .param("businessKey", item.businessKey())
            .param("decision", item.decision())
            .param("person", userName)
            .param("id", item.id())
            .query(Integer.class)
            .single() > 0;
    }

    /**
     * Keeps a new work item.
     * @param asker user name of whose act brought it about; null if that is to be looked
     * up: who submitted or asked for something on its release last
     */
    void insert(WorkItem item, String definition, @Nullable String asker) {
        String askedBy = (asker != null) ? asker : lastAsker(item.businessKey());
        Clause
            .insert("work_items", "id", item.id(), "business_key", item.businessKey(), "subject", item.subject(),
                    "definition", definition, "process", item.process(), "step", item.step(), "step_name",
                    item.stepName(), "phase", item.phase(), "role", item.role().id(), "assignee", item.assignee(),
                    "priority", item.priority(), "due_at", item.dueAt(), "follow_up_at", item.followUpAt(),
                    "created_at", item.createdAt(), "state", WorkItemState.OPEN, "form", item.form(), "duty",
                    (item.duty() != null) ? item.duty().id() : null, "decision", item.decision(), "named", item.named(),
                    "escalated_at", item.escalatedAt(), "escalated_to",
                    (item.escalatedTo() != null) ? item.escalatedTo().id() : null, "instance", item.instance(),
                    "asked_by", askedBy)
            .on(this.jdbc)
            .update();
        this.words.insert(item);
    }

    /** Whose act brought a work item about, if anybody knows. */
    Optional<String> asker(String id) {
        return this.jdbc.sql("select asked_by from work_items where id = :id and asked_by is not null")
            .param("id", id)
            .query(String.class)
            .optional();
    }

    private @Nullable String lastAsker(String businessKey) {
        return this.jdbc
            .sql("select ended_by from work_items where business_key = :key and state = 'COMPLETED'"
                    + " and outcome in ('submit', 'deliver', 'request', 'supply') and ended_by is not null"
                    + " order by ended_at desc limit 1")
            .param("key", businessKey)
            .query(String.class)
            .optional()
            .orElse(null);
    }

    void delete(String id) {
        this.jdbc.sql("delete from work_items where id = :id").param("id", id).update();
        this.words.delete(id);
    }

    void update(String id, @Nullable String assignee, int priority, Instant dueAt, @Nullable Instant followUpAt) {
        change(id, "assignee", assignee, "priority", priority, "due_at", dueAt, "follow_up_at", followUpAt);
    }

    void end(String id, WorkItemState state, Instant at, @Nullable String by) {
        Clause.update("work_items", "state", state, "ended_at", at, "ended_by", by)
            .append(ONCE_MORE)
            .where(Clause.equal("id", id).and("state = 'OPEN'"))
            .on(this.jdbc)
            .update();
        this.words.delete(id);
    }

    void decide(String id, Outcome outcome) {
        change(id, "outcome", outcome.name(), "reason", outcome.reason());
    }

    /** Hands an overdue work item up, too. */
    void escalate(String id, Instant at, @Nullable Role to) {
        change(id, "escalated_at", at, "escalated_to", (to != null) ? to.id() : null);
    }

    /** Open work items that are overdue and were not handed up yet, the oldest first. */
    List<WorkItem> overdue(Instant now, Instant after, String afterId, int most) {
        return select(
                Clause.of("w.state = 'OPEN' and w.escalated_to is null and w.escalated_at is null")
                    .and("w.due_at between :after and :now and (w.due_at > :after or w.id > :id)")
                    .with("now", now)
                    .with("after", after)
                    .with("id", afterId)
                    .and("not exists (select 1 from suspensions held where held.business_key = w.business_key)"),
                " order by w.due_at, w.id limit " + most)
            .list();
    }

    void rename(WorkItem item, String subject) {
        change(item.id(), "subject", subject);
        this.words.delete(item.id());
        this.words.insert(find(item.id()).orElseThrow());
    }

    private void change(String id, @Nullable Object... values) {
        Clause.update("work_items", values).append(ONCE_MORE).where(Clause.equal("id", id)).on(this.jdbc).update();
    }

    /** Tells whether a work item is found under all its words and no other. */
    boolean hasItsWords(WorkItem item) {
        return this.words.of(item.id()).equals(SearchText.words(item));
    }

}
