package io.slipway.benchmark;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A crowd of made-up process instances in the engine's tables: each running release has a
 * spine that waits at a call and a phase that waits at a task, every twentieth with a
 * timer, every fiftieth with a job that is tried again; each finished one has its
 * history. Nothing of it is ever due.
 */
public final class ProcessCrowd {

    /** The version on which the made-up spines run. */
    public static final String SPINE = "crowd:spine";

    /** The version on which the made-up phases run. */
    public static final String PHASE = "crowd:phase";

    private static final int CHUNK = 20_000;

    private final JdbcClient jdbc;

    private String spine = SPINE;

    private String phase = PHASE;

    private String call = "CallActivity_Crowd";

    private String task = "Task_Crowd_";

    /**
     * Prepares a crowd.
     * @param jdbc the database
     */
    public ProcessCrowd(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets the crowd run on real versions.
     * @param spineVersion the engine's id of the version of the spine
     * @param callElement its element that calls the phase
     * @param phaseVersion the engine's id of the version of the phase
     * @param taskElement its element at which all wait
     * @return this crowd
     */
    public ProcessCrowd on(String spineVersion, String callElement, String phaseVersion, String taskElement) {
        this.spine = spineVersion;
        this.call = callElement;
        this.phase = phaseVersion;
        this.task = taskElement;
        return this;
    }

    /**
     * Adds running releases.
     * @param count how many
     */
    public void running(int count) {
        String seq = " from seq_1_to_" + count;
        for (String kind : new String[] { "spine", "phase" }) {
            boolean isSpine = kind.equals("spine");
            String definition = isSpine ? this.spine : this.phase;
            String element = isSpine ? "'" + this.call + "'" : element();
            define(definition);
            execution("select " + id("run-" + kind) + ", " + id("run-spine") + ", " + id("run-" + kind) + ", " + key()
                    + ", null, '" + definition + "', " + (isSpine ? "null" : id("step-spine")) + ", null, "
                    + id("run-" + kind) + ", 0, 0, 1", seq);
            execution("select " + id("step-" + kind) + ", " + id("run-spine") + ", " + id("run-" + kind) + ", null, "
                    + id("run-" + kind) + ", '" + definition + "', null, " + element + ", " + id("act-" + kind)
                    + ", 1, 0, 1", seq);
            instances(definition, kind, "run-", "null", "'ACTIVE'", seq);
            activities(definition, kind, "act-", element, "null", seq);
        }
        jobs(seq);
        analyze();
    }

    /**
     * Adds releases that have ended.
     * @param count how many
     */
    public void finished(int count) {
        for (int from = 1; from <= count; from += CHUNK) {
            String seq = " from seq_" + from + "_to_" + Math.min(count, from + CHUNK - 1);
            for (String kind : new String[] { "spine", "phase" }) {
                String definition = kind.equals("spine") ? this.spine : this.phase;
                define(definition);
                instances(definition, kind, "end-", "'2026-01-01'", "'COMPLETED'", seq);
                activities(definition, kind, "endact-", kind.equals("spine") ? "'" + this.call + "'" : element(),
                        "'2026-01-01'", seq);
            }
        }
        analyze();
    }

    /** Takes the crowd away again. */
    public void leave() {
        for (String place : new String[] { "ACT_RU_JOB/", "ACT_RU_JOBDEF/", "ACT_RU_EXECUTION/-step-phase",
                "ACT_RU_EXECUTION/-run-phase", "ACT_RU_EXECUTION/-step-spine", "ACT_RU_EXECUTION/-run-spine",
                "ACT_HI_ACTINST/", "ACT_HI_PROCINST/", "ACT_RE_PROCDEF/" }) {
            String[] parts = place.split("/", 2);
            String statement = "delete from " + parts[0] + " where ID_ like 'crowd" + parts[1] + "%' limit " + CHUNK;
            while (this.jdbc.sql(statement).update() > 0) {
                continue;
            }
        }
    }

    /** A version that nobody deployed: a row that tables of the engine refer to. */
    private void define(String definition) {
        if (definition.startsWith("crowd")) {
            this.jdbc
                .sql("insert ignore into ACT_RE_PROCDEF (ID_, REV_, KEY_, VERSION_, DEPLOYMENT_ID_, SUSPENSION_STATE_, "
                        + "STARTABLE_) select ?, 1, ?, 1, min(DEPLOYMENT_ID_), 1, 1 from ACT_RE_PROCDEF")
                .params(definition, definition)
                .update();
        }
    }

    private void execution(String columns, String seq) {
        this.jdbc
            .sql("insert into ACT_RU_EXECUTION (ID_, ROOT_PROC_INST_ID_, PROC_INST_ID_, BUSINESS_KEY_, PARENT_ID_, "
                    + "PROC_DEF_ID_, SUPER_EXEC_, ACT_ID_, ACT_INST_ID_, IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_, "
                    + "IS_EVENT_SCOPE_, SUSPENSION_STATE_, REV_) " + columns + ", 0, 1, 1" + seq)
            .update();
    }

    private void instances(String definition, String kind, String prefix, String end, String state, String seq) {
        this.jdbc
            .sql("insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, "
                    + "START_TIME_, END_TIME_, SUPER_PROCESS_INSTANCE_ID_, ROOT_PROC_INST_ID_, STATE_) select "
                    + id(prefix + kind) + ", " + id(prefix + kind) + ", " + key() + ", 'Crowd', '" + definition + "', "
                    + start() + ", " + end + ", " + (kind.equals("spine") ? "null" : id(prefix + "spine")) + ", "
                    + id(prefix + "spine") + ", " + state + seq)
            .update();
    }

    private void activities(String definition, String kind, String prefix, String element, String end, String seq) {
        String run = prefix.equals("act-") ? "run-" : "end-";
        this.jdbc
            .sql("insert into ACT_HI_ACTINST (ID_, PARENT_ACT_INST_ID_, PROC_DEF_KEY_, PROC_DEF_ID_, "
                    + "ROOT_PROC_INST_ID_, PROC_INST_ID_, EXECUTION_ID_, ACT_ID_, CALL_PROC_INST_ID_, ACT_TYPE_, "
                    + "START_TIME_, END_TIME_, SEQUENCE_COUNTER_) select " + id(prefix + kind) + ", " + id(run + kind)
                    + ", 'Crowd', '" + definition + "', " + id(run + "spine") + ", " + id(run + kind) + ", "
                    + id("step-" + kind) + ", " + element + ", " + (kind.equals("spine") ? id(run + "phase") : "null")
                    + ", 'userTask', " + start() + ", " + end + ", 1" + seq)
            .update();
    }

    private void jobs(String seq) {
        this.jdbc
            .sql("insert ignore into ACT_RU_JOBDEF (ID_, REV_, PROC_DEF_ID_, ACT_ID_, JOB_TYPE_) values "
                    + "('crowd-jobdef', 1, ?, ?, 'timer-transition')")
            .params(this.phase, this.task.endsWith("_") ? this.task + "1" : this.task)
            .update();
        this.jdbc.sql("insert into ACT_RU_JOB (ID_, REV_, TYPE_, EXECUTION_ID_, ROOT_PROC_INST_ID_, "
                + "PROCESS_INSTANCE_ID_, PROCESS_DEF_ID_, RETRIES_, DUEDATE_, JOB_DEF_ID_, EXCEPTION_MSG_, CREATE_TIME_) "
                + "select " + id("job") + ", 1, if(seq % 50 = 0, 'message', 'timer'), " + id("step-phase") + ", "
                + id("run-spine") + ", " + id("run-phase") + ", '" + this.phase + "', 2, '2099-01-01', 'crowd-jobdef', "
                + "if(seq % 50 = 0, 'The door is locked', null), '2026-01-01'" + seq
                + " where seq % 20 = 0 or seq % 50 = 0")
            .update();
    }

    private void analyze() {
        this.jdbc.sql(
                "analyze table ACT_RU_EXECUTION, ACT_HI_PROCINST, ACT_HI_ACTINST, ACT_RU_JOB, ACT_RU_INCIDENT, work_items")
            .query()
            .listOfRows();
    }

    private String element() {
        return this.task.endsWith("_") ? "concat('" + this.task + "', seq % 9)" : "'" + this.task + "'";
    }

    private static String id(String prefix) {
        return "concat('crowd-" + prefix + "-', lpad(seq, 7, '0'))";
    }

    private static String key() {
        return "concat('CROWD-', lpad(seq, 7, '0'))";
    }

    private static String start() {
        return "date_sub('2026-06-01', interval (seq * 7919) % 8640000 second)";
    }

}
