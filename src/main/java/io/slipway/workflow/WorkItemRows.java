package io.slipway.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.slipway.identity.Duty;
import io.slipway.identity.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes single rows of the table of work items, in the transaction of the
 * caller. Whoever changes a work item locks its row first, so that two people on one task
 * queue up instead of meeting in a deadlock.
 */
@Component
class WorkItemRows {

    /** The columns of a work item, in the order of the record. */
    static final String COLUMNS = "w.id, w.business_key, w.subject, w.process, w.step, w.step_name, w.phase, w.role, "
            + "w.assignee, w.priority, w.due_at, w.follow_up_at, w.created_at, w.state, w.ended_at, w.ended_by, "
            + "w.outcome, w.reason, w.form, w.duty, w.decision, w.named, "
            + "exists (select 1 from suspensions s where s.business_key = w.business_key) suspended";

    private static final String SELECT = "select " + COLUMNS + " from work_items w ";

    private final JdbcClient jdbc;

    private final WorkItemWords words;

    WorkItemRows(JdbcClient jdbc, WorkItemWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    Optional<WorkItem> find(String id) {
        return this.jdbc.sql(SELECT + "where w.id = ?").param(id).query(WorkItemRows::map).optional();
    }

    /** Finds a work item and keeps others from changing it until the transaction ends. */
    Optional<WorkItem> lock(String id) {
        return this.jdbc.sql(SELECT + "where w.id = ? for update wait 10")
            .param(id)
            .query(WorkItemRows::map)
            .optional();
    }

    /**
     * Locks the open work items of a release, each by its id and in the order of ids: a
     * lock taken through another index would meet those of {@link #lock} crosswise.
     */
    List<WorkItem> lockOpenOf(String businessKey) {
        return this.jdbc.sql("select id from work_items where business_key = ? and state = 'OPEN' order by id")
            .param(businessKey)
            .query(String.class)
            .list()
            .stream()
            .flatMap((id) -> lock(id).stream())
            .filter(WorkItem::open)
            .toList();
    }

    List<WorkItem> openOf(String businessKey) {
        return this.jdbc
            .sql(SELECT + "where w.business_key = ? and w.state = 'OPEN' order by w.created_at, w.id limit 500")
            .param(businessKey)
            .query(WorkItemRows::map)
            .list();
    }

    /**
     * Open work items of a role in the order of their due times, read through that index.
     */
    List<WorkItem> due(String role, Instant after, String afterId, Instant until, int most) {
        return this.jdbc
            .sql(SELECT + "where w.state = 'OPEN' and w.role = ? and w.due_at between ? and ? "
                    + "and (w.due_at > ? or w.id > ?) order by w.due_at, w.id limit ?")
            .params(role, utc(after), utc(until), utc(after), afterId, most)
            .query(WorkItemRows::map)
            .list();
    }

    List<WorkItem> completedOf(String businessKey) {
        return this.jdbc
            .sql(SELECT + "where w.business_key = ? and w.state = 'COMPLETED' order by w.ended_at, w.id limit 500")
            .param(businessKey)
            .query(WorkItemRows::map)
            .list();
    }

    List<WorkItem> cancelledOf(String businessKey) {
        return this.jdbc
            .sql(SELECT + "where w.business_key = ? and w.state = 'CANCELLED' order by w.ended_at, w.id limit 500")
            .param(businessKey)
            .query(WorkItemRows::map)
            .list();
    }

    /** The id of the process definition that a work item runs on. */
    Optional<String> definition(String id) {
        return this.jdbc.sql("select definition from work_items where id = ?").param(id).query(String.class).optional();
    }

    /** Tells whether somebody already has an open work item in the same decision. */
    boolean decides(WorkItem item, String userName) {
        return this.jdbc
            .sql("select count(*) from work_items where business_key = ? and state = 'OPEN' and decision = ? "
                    + "and assignee = ? and id <> ?")
            .params(item.businessKey(), item.decision(), userName, item.id())
            .query(Integer.class)
            .single() > 0;
    }

    void insert(WorkItem item, String definition) {
        this.jdbc
            .sql("insert into work_items (id, business_key, subject, definition, process, step, step_name, phase, "
                    + "role, assignee, priority, due_at, follow_up_at, created_at, state, form, duty, decision, named) "
                    + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?)")
            .params(item.id(), item.businessKey(), item.subject(), definition, item.process(), item.step(),
                    item.stepName(), item.phase(), item.role().id(), item.assignee(), item.priority(),
                    utc(item.dueAt()), utc(item.followUpAt()), utc(item.createdAt()), item.form(),
                    (item.duty() != null) ? item.duty().id() : null, item.decision(), item.named())
            .update();
        this.words.insert(item);
    }

    void delete(String id) {
        this.jdbc.sql("delete from work_items where id = ?").param(id).update();
        this.words.delete(id);
    }

    void update(String id, @Nullable String assignee, int priority, Instant dueAt, @Nullable Instant followUpAt) {
        this.jdbc
            .sql("update work_items set assignee = ?, priority = ?, due_at = ?, follow_up_at = ?, "
                    + "version = version + 1 where id = ?")
            .params(assignee, priority, utc(dueAt), utc(followUpAt), id)
            .update();
    }

    void end(String id, WorkItemState state, Instant at, @Nullable String by) {
        this.jdbc
            .sql("update work_items set state = ?, ended_at = ?, ended_by = ?, version = version + 1 "
                    + "where id = ? and state = 'OPEN'")
            .params(state.name(), utc(at), by, id)
            .update();
        this.words.delete(id);
    }

    void decide(String id, Outcome outcome) {
        this.jdbc.sql("update work_items set outcome = ?, reason = ?, version = version + 1 where id = ?")
            .params(outcome.name(), outcome.reason(), id)
            .update();
    }

    void rename(WorkItem item, String subject) {
        this.jdbc.sql("update work_items set subject = ?, version = version + 1 where id = ?")
            .params(subject, item.id())
            .update();
        this.words.delete(item.id());
        this.words.insert(find(item.id()).orElseThrow());
    }

    /** Tells whether a work item is found under all its words and no other. */
    boolean hasItsWords(WorkItem item) {
        return this.words.of(item.id()).equals(SearchText.words(item));
    }

    static WorkItem map(ResultSet row, int number) throws SQLException {
        return new WorkItem(row.getString("id"), row.getString("business_key"), row.getString("subject"),
                row.getString("process"), row.getString("step"), row.getString("step_name"), row.getString("phase"),
                Role.of(row.getString("role")).orElseThrow(), row.getString("assignee"), row.getInt("priority"),
                instant(row, "due_at").orElseThrow(), instant(row, "follow_up_at").orElse(null),
                instant(row, "created_at").orElseThrow(), WorkItemState.valueOf(row.getString("state")),
                instant(row, "ended_at").orElse(null), row.getString("ended_by"), row.getString("outcome"),
                row.getString("reason"), row.getString("form"),
                Optional.ofNullable(row.getString("duty")).flatMap(Duty::of).orElse(null), row.getString("decision"),
                row.getBoolean("named"), row.getBoolean("suspended"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
            .map((at) -> at.toInstant(ZoneOffset.UTC));
    }

    /** An instant as the columns keep it: UTC, whatever the zone of the machine. */
    static @Nullable LocalDateTime utc(@Nullable Instant at) {
        return (at != null) ? LocalDateTime.ofInstant(at, ZoneOffset.UTC) : null;
    }

}
