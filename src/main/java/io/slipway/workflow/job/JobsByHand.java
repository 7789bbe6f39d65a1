package io.slipway.workflow.job;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.slipway.sql.Clause;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Has one thread do the engine's jobs instead of the engine's own, one after the other
 * and by the time that this thread sees: so whoever tells a past says when each timer of
 * it goes off.
 */
@Service
public class JobsByHand {

    private static final String DUE = """
            select j.ID_ id, p.BUSINESS_KEY_ `release`, j.DUEDATE_ due_at
              from ACT_RU_JOB j left join ACT_RU_EXECUTION p on p.ID_ = j.PROCESS_INSTANCE_ID_
             where j.RETRIES_ > 0 and j.SUSPENSION_STATE_ = 1""";

    private static final String ORDER = " order by j.DUEDATE_, j.ID_ limit ";

    private final ProcessEngineConfigurationImpl engine;

    private final ManagementService managementService;

    private final JdbcClient jdbc;

    private final Clock clock;

    private @Nullable AcquireJobsCommandFactory usual;

    JobsByHand(ProcessEngineConfigurationImpl engine, ManagementService managementService, JdbcClient jdbc,
            Clock clock) {
        this.engine = engine;
        this.managementService = managementService;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From now on the engine's own threads of this node find no job to do. */
    public synchronized void begin() {
        JobExecutor executor = this.engine.getJobExecutor();
        if (this.usual == null) {
            this.usual = executor.getAcquireJobsCmdFactory();
            executor.setAcquireJobsCmdFactory((most) -> (context) -> new AcquiredJobs(most));
        }
    }

    /** Gives all jobs back to the engine's own threads. */
    public synchronized void end() {
        if (this.usual != null) {
            this.engine.getJobExecutor().setAcquireJobsCmdFactory(this.usual);
            this.usual = null;
        }
    }

    /**
     * The jobs that are due by the time of this thread, the first due first.
     * @param most how many at most
     */
    public List<DueJob> due(int most) {
        return list(Clause.of("(j.DUEDATE_ is null or j.DUEDATE_ <= :now)", "now", this.clock.instant()), most);
    }

    /**
     * The job that is due next after the time of this thread.
     * @param until the latest due time that is asked for
     */
    public Optional<DueJob> next(Instant until) {
        return list(
                Clause.of("j.DUEDATE_ > :now", "now", this.clock.instant()).and("j.DUEDATE_ <= :until", "until", until),
                1)
            .stream()
            .findFirst();
    }

    /**
     * Does a job on this thread. What fails is tried again later like any other job, and
     * is thrown on.
     * @param id the job's id
     */
    public void run(String id) {
        this.managementService.executeJob(id);
    }

    private List<DueJob> list(Clause which, int most) {
        return Clause.of(DUE).and(which).append(ORDER + most).on(this.jdbc).query(DueJob.class).list();
    }

}
