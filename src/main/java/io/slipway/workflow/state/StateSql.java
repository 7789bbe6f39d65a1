package io.slipway.workflow.state;

/**
 * What the statements of this package have in common: where the engine keeps its tokens,
 * jobs and failures, and how an instance of a multi-instance element is told from its
 * body.
 */
final class StateSql {

    /** The state of what the engine suspended. */
    static final int SUSPENDED = 2;

    /**
     * The tokens: executions without a child, but for those that only wait to be
     * compensated, and those of multi-instance elements that are done. A token that
     * stands before or after an element has no instance of it and waits for its job. The
     * history is touched by its primary key only, for the instant.
     */
    static final String TOKENS = """
             from ACT_RU_EXECUTION e
                  left join ACT_HI_ACTINST h on h.ID_ = e.ACT_INST_ID_
            where e.ACT_ID_ is not null and e.IS_EVENT_SCOPE_ = 0
              and not exists (select 1 from ACT_RU_EXECUTION c where c.PARENT_ID_ = e.ID_ and c.IS_EVENT_SCOPE_ = 0)
              and (e.ACT_INST_ID_ is not null or exists (select 1 from ACT_RU_JOB j where j.EXECUTION_ID_ = e.ID_))
            """;

    /** Since when a token waits where it is. */
    static final String SINCE = """
            coalesce(h.START_TIME_,
                     (select min(j.CREATE_TIME_) from ACT_RU_JOB j where j.EXECUTION_ID_ = e.ID_))""";

    /** Jobs of elements that are timers, or failed and will be tried again. */
    static final String JOBS = """
             from ACT_RU_JOB j
                  join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
            where (j.TYPE_ = 'timer' or j.EXCEPTION_MSG_ is not null) and j.PROCESS_INSTANCE_ID_ is not null
            """;

    static final String TIMING = "(j.TYPE_ = 'timer' and j.RETRIES_ > 0)";

    static final String RETRYING = "(j.EXCEPTION_MSG_ is not null and j.RETRIES_ > 0)";

    private StateSql() {
    }

    /**
     * An element's id as the model has it: the engine adds to that of a multi-instance
     * body.
     */
    static String element(String column) {
        return "substring_index(" + column + ", '#', 1)";
    }

}
