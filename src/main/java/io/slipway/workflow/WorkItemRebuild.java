package io.slipway.workflow;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the table of work items agree with the engine's tasks again, after somebody
 * changed either by hand or restored half a backup. It works in batches and locks each
 * row as every act does, so people can go on working meanwhile.
 */
@Component
public class WorkItemRebuild {

    private static final Logger log = LoggerFactory.getLogger(WorkItemRebuild.class);

    private static final int BATCH = 200;

    private final WorkItemRows rows;

    private final JdbcClient jdbc;

    private final ProcessEngineConfigurationImpl engine;

    private final HistoryService historyService;

    private final Journal journal;

    private final CurrentActor currentActor;

    private final TransactionTemplate transaction;

    WorkItemRebuild(WorkItemRows rows, JdbcClient jdbc, ProcessEngineConfigurationImpl engine,
            HistoryService historyService, Journal journal, CurrentActor currentActor,
            PlatformTransactionManager transactionManager) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.engine = engine;
        this.historyService = historyService;
        this.journal = journal;
        this.currentActor = currentActor;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Makes the work items agree with the engine's tasks again, while people go on
     * working. Refuses everybody but administrators with an
     * {@code AccessDeniedException}.
     * @return what was found and mended
     */
    public WorkItemsRebuilt rebuild() {
        if (!this.currentActor.get().has(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Only administrators rebuild work items");
        }
        return run();
    }

    WorkItemsRebuilt run() {
        WorkItemsRebuilt all = new WorkItemsRebuilt(0, 0, 0, 0);
        String after = "";
        while (true) {
            SortedSet<String> ids = ids(after);
            if (ids.isEmpty()) {
                record(all);
                return all;
            }
            all = all.plus(Objects.requireNonNull(this.transaction.execute((status) -> mend(ids))));
            after = ids.last();
        }
    }

    /**
     * Lets the open work items of a release follow their tasks onto another version of
     * the model, in the caller's transaction: the engine tells no task event of that.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(String businessKey) {
        List<WorkItem> open = this.rows.lockOpenOf(businessKey);
        this.engine.getCommandExecutorTxRequired().execute((context) -> {
            for (WorkItem row : open) {
                TaskEntity task = context.getTaskManager().findTaskById(row.id());
                if (task != null) {
                    @Nullable String asker = this.rows.asker(row.id()).orElse(null);
                    this.rows.delete(row.id());
                    this.rows.insert(EngineTask.workItem(task).escalatedAs(row), task.getProcessDefinitionId(), asker);
                }
            }
            return true;
        });
    }

    private void record(WorkItemsRebuilt done) {
        JournalEntry entry = JournalEntry.of("work-items.rebuilt", "work-items", "all")
            .with(Map.of("checked", done.checked(), "added", done.added(), "corrected", done.corrected(), "removed",
                    done.removed()));
        this.transaction.executeWithoutResult((status) -> this.journal.record(entry));
    }

    /** The next ids of tasks and of open work items, no further than both are known. */
    private SortedSet<String> ids(String after) {
        List<String> tasks = next("select ID_ from ACT_RU_TASK where ID_ > :after order by ID_ limit " + BATCH, after);
        List<String> open = next("select id from work_items force index (primary) where id > :after and state = 'OPEN' "
                + "order by id limit " + BATCH, after);
        SortedSet<String> ids = new TreeSet<>(tasks);
        ids.addAll(open);
        if (tasks.size() == BATCH) {
            ids.tailSet(tasks.get(BATCH - 1) + "\0").clear();
        }
        if (open.size() == BATCH) {
            ids.tailSet(open.get(BATCH - 1) + "\0").clear();
        }
        return ids;
    }

    private List<String> next(String sql, String after) {
        return this.jdbc.sql(sql).param("after", after).query(String.class).list();
    }

    private WorkItemsRebuilt mend(SortedSet<String> ids) {
        return this.engine.getCommandExecutorTxRequired()
            .execute((context) -> ids.stream()
                .map((id) -> mend(id, context))
                .reduce(WorkItemsRebuilt::plus)
                .orElseThrow());
    }

    private WorkItemsRebuilt mend(String id, CommandContext context) {
        @Nullable WorkItem row = this.rows.lock(id).orElse(null);
        // Read after the lock: whoever held it may have completed the task.
        @Nullable TaskEntity task = context.getTaskManager().findTaskById(id);
        if (task == null) {
            return (row != null && row.open()) ? retire(row) : WorkItemsRebuilt.CHECKED;
        }
        WorkItem item = EngineTask.workItem(task).escalatedAs(row);
        if (item.equals(row) && this.rows.hasItsWords(item)) {
            return WorkItemsRebuilt.CHECKED;
        }
        @Nullable String asker = this.rows.asker(id).orElse(null);
        this.rows.delete(id);
        this.rows.insert(item, task.getProcessDefinitionId(), asker);
        log.warn("Work item {} of {} was {}, and its task says {}", id, item.businessKey(), row, item);
        return (row != null) ? WorkItemsRebuilt.CORRECTED : WorkItemsRebuilt.ADDED;
    }

    /** A row without a task ends as the engine's history says, or goes. */
    private WorkItemsRebuilt retire(WorkItem row) {
        log.warn("Work item {} of {} was open without a task", row.id(), row.businessKey());
        Optional<HistoricTaskInstance> past = Optional
            .ofNullable(this.historyService.createHistoricTaskInstanceQuery().taskId(row.id()).singleResult());
        Optional<Date> end = past.map(HistoricTaskInstance::getEndTime);
        if (end.isEmpty()) {
            this.rows.delete(row.id());
        }
        else if ("completed".equals(past.get().getDeleteReason())) {
            this.rows.end(row.id(), WorkItemState.COMPLETED, end.get().toInstant(), past.get().getAssignee());
        }
        else {
            this.rows.end(row.id(), WorkItemState.CANCELLED, end.get().toInstant(), null);
        }
        return WorkItemsRebuilt.REMOVED;
    }

}
