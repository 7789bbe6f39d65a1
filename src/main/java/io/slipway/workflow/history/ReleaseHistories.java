package io.slipway.workflow.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells how one release went through its processes: what people did from our own table,
 * which stays for good, and phases, assignees and waits from the engine's history as long
 * as that is kept.
 */
@Service
@Transactional(readOnly = true)
public class ReleaseHistories {

    /** What the processes that a release's spine calls say of their phase. */
    private static final String PHASES = """
            select min(v.TEXT_) as phase, p.START_TIME_ as started_at, p.END_TIME_ as ended_at,
                   p.STATE_ in ('INTERNALLY_TERMINATED', 'EXTERNALLY_TERMINATED') as broken
              from ACT_HI_PROCINST root
              join ACT_HI_PROCINST p on p.ROOT_PROC_INST_ID_ = root.PROC_INST_ID_
                                    and p.SUPER_PROCESS_INSTANCE_ID_ = root.PROC_INST_ID_
              join ACT_HI_VARINST v on v.PROC_INST_ID_ = p.PROC_INST_ID_ and v.EXECUTION_ID_ = p.PROC_INST_ID_
                                    and v.NAME_ = 'phase'
             where root.BUSINESS_KEY_ = :key and root.SUPER_PROCESS_INSTANCE_ID_ is null
             group by p.ID_
             order by p.START_TIME_, p.ID_
             limit 500""";

    private static final String WAITS = """
            select a.ACT_ID_ as element, coalesce(a.ACT_NAME_, a.ACT_ID_) as name, a.START_TIME_ as started_at,
                   a.END_TIME_ as ended_at, coalesce(a.ACT_INST_STATE_, 0) = 2 as cancelled,
                   coalesce((select min(v.TEXT_) from ACT_HI_VARINST v
                     where v.PROC_INST_ID_ = a.PROC_INST_ID_ and v.EXECUTION_ID_ = a.PROC_INST_ID_
                       and v.NAME_ = 'phase'), '') as phase
              from ACT_HI_PROCINST root
              join ACT_HI_ACTINST a on a.ROOT_PROC_INST_ID_ = root.PROC_INST_ID_
             where root.BUSINESS_KEY_ = :key and root.SUPER_PROCESS_INSTANCE_ID_ is null
               and a.ACT_TYPE_ in ('serviceTask', 'sendTask', 'businessRuleTask', 'scriptTask', 'receiveTask',
                                   'eventBasedGateway', 'intermediateTimer', 'intermediateMessageCatch',
                                   'intermediateSignalCatch', 'intermediateConditional')
               and (a.END_TIME_ is null or a.DURATION_ >= 60000)
             order by a.START_TIME_, a.ID_
             limit 200""";

    private static final String NOTES = """
            select l.TASK_ID_, l.TYPE_ = 'assignee' as assignee, coalesce(l.USER_ID_, '') as user_name,
                   l.OPERATION_TYPE_ = 'add' as begins, l.TIMESTAMP_ as at
              from work_items w
              join ACT_HI_IDENTITYLINK l on l.TASK_ID_ = w.id
             where w.business_key = :key""";

    private final JdbcClient jdbc;

    private final WorkItems workItems;

    ReleaseHistories(JdbcClient jdbc, WorkItems workItems) {
        this.jdbc = jdbc;
        this.workItems = workItems;
    }

    /**
     * The course of a release up to now.
     * @return its course; of open, completed and cancelled steps at most 500 each
     */
    public ReleaseHistory of(String businessKey) {
        List<PhaseRun> phases = read(PHASES, businessKey, PhaseRun.class);
        List<SystemWait> waits = read(WAITS, businessKey, SystemWait.class);
        Map<String, List<Holdings.Note>> notes = notes(businessKey);
        List<StepRun> steps = Stream
            .of(this.workItems.openOf(businessKey), this.workItems.decisionsOf(businessKey),
                    this.workItems.cancelledOf(businessKey))
            .flatMap(List::stream)
            .sorted(Comparator.comparing(WorkItem::createdAt).thenComparing(WorkItem::id))
            .map((item) -> step(item, notes.get(item.id())))
            .toList();
        return new ReleaseHistory(phases, steps, waits);
    }

    private static StepRun step(WorkItem item, @Nullable List<Holdings.Note> notes) {
        return (notes != null) ? new StepRun(item, Holdings.of(item, notes), true)
                : new StepRun(item, List.of(), false);
    }

    /**
     * The notes about assignees, by work item. One whose candidates alone are noted was
     * never taken; one of which nothing is noted is older than the engine's history.
     */
    private Map<String, List<Holdings.Note>> notes(String businessKey) {
        Map<String, List<Holdings.Note>> notes = new HashMap<>();
        read(NOTES, businessKey, Row.class).forEach((row) -> {
            List<Holdings.Note> known = notes.computeIfAbsent(row.taskId(), (task) -> new ArrayList<>());
            if (row.assignee()) {
                known.add(new Holdings.Note(row.userName(), row.begins(), row.at()));
            }
        });
        return notes;
    }

    private <T> List<T> read(String statement, String businessKey, Class<T> row) {
        return this.jdbc.sql(statement).param("key", businessKey).query(row).list();
    }

    private record Row(String taskId, boolean assignee, String userName, boolean begins, Instant at) {
    }

}
