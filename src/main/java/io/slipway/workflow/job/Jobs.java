package io.slipway.workflow.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Shows the engine's jobs and how well it keeps up with them.
 */
@Service
public class Jobs {

    /** The largest number that counts tell exactly. */
    public static final int MOST_COUNTED = 1000;

    /** The most jobs that are tried again in one go. */
    public static final int MOST_AT_ONCE = 200;

    private static final int ATTEMPTS = 30;

    private static final Duration SILENT = Duration.ofMinutes(2);

    private final JobRows rows;

    private final EngineNodes nodes;

    private final ManagementService managementService;

    private final HistoryService historyService;

    private final Clock clock;

    Jobs(JobRows rows, EngineNodes nodes, ManagementService managementService, HistoryService historyService,
            Clock clock) {
        this.rows = rows;
        this.nodes = nodes;
        this.managementService = managementService;
        this.historyService = historyService;
        this.clock = clock;
    }

    /**
     * A page of jobs, the first due first.
     * @param cursor where the page begins; one that nobody was given begins anew
     */
    public KeyPage<JobSummary> list(JobFilter filter, String cursor) {
        return JobSql.ORDER.page(this.rows.list(JobSql.page(filter, cursor, this.clock.instant(), KeyPage.size() + 1)));
    }

    /**
     * The first jobs that a filter finds, for acts on all of them.
     * @return at most {@link #MOST_AT_ONCE} jobs
     */
    public List<JobSummary> first(JobFilter filter) {
        return this.rows.list(JobSql.page(filter, "", this.clock.instant(), MOST_AT_ONCE));
    }

    /** How many jobs there are of each state. */
    public JobCounts counts() {
        return new JobCounts(count(JobFilter.of(JobState.FAILED)), count(JobFilter.of(JobState.RETRYING)),
                count(JobFilter.of(JobState.DUE)));
    }

    /**
     * How many jobs a filter finds.
     * @return the number, up to {@link #MOST_COUNTED} + 1
     */
    public int count(JobFilter filter) {
        return this.rows.number(JobSql.count(filter, this.clock.instant()));
    }

    /**
     * Finds jobs by their ids.
     * @param id the job's id
     * @return the job; nothing if it is done or never was
     */
    public Optional<JobSummary> find(String id) {
        return this.rows.list(JobSql.one(id)).stream().findFirst();
    }

    /**
     * One job with what became of it so far. Refuses an unknown one, with a
     * {@link NotFoundException}.
     * @param id the job's id
     */
    public JobDetails get(String id) {
        JobSummary job = find(id).orElseThrow(() -> new NotFoundException("job", id));
        String instance = this.managementService.createJobQuery().jobId(id).singleResult().getProcessInstanceId();
        return new JobDetails(job, (instance != null) ? attempts(id, instance) : List.of());
    }

    /**
     * Where in the program a job failed: for administrators only.
     * @param id the job's id
     * @return the stack trace; null if no attempt has failed
     */
    @PreAuthorize("hasAuthority('administrator')")
    public @Nullable String stackTrace(String id) {
        return find(id).map((job) -> this.managementService.getJobExceptionStacktrace(job.id())).orElse(null);
    }

    /**
     * How well the engine keeps up.
     * @return its health, and the nodes
     */
    public EngineHealth health() {
        Instant now = this.clock.instant();
        Map<String, Integer> taken = new TreeMap<>(this.rows.numbers(JobSql.nodes(now)));
        Integer untaken = taken.remove("");
        List<EngineNode> all = new ArrayList<>();
        for (EngineNodes.Seen seen : this.nodes.seen()) {
            Integer jobs = taken.remove(seen.id());
            boolean here = seen.id().equals(this.nodes.here());
            all.add(new EngineNode(seen.id(), seen.host(), here, here ? this.nodes.active() : seen.active(),
                    seen.seenAt().isBefore(now.minus(SILENT)), seen.startedAt(), seen.seenAt(),
                    (jobs != null) ? jobs : 0, Duration.ofMillis(seen.clockAheadMillis())));
        }
        taken.forEach(
                (id, jobs) -> all.add(new EngineNode(id, id, false, false, true, null, null, jobs, Duration.ZERO)));
        all.sort(Comparator.comparing(EngineNode::here).reversed().thenComparing(EngineNode::host));
        return new EngineHealth(this.nodes.active(), this.rows.instant(JobSql.oldest(now)).orElse(null),
                (untaken != null) ? untaken : 0, List.copyOf(all));
    }

    /** Reads through the index of the process, since the engine has none of the job. */
    private List<JobAttempt> attempts(String id, String instance) {
        return this.historyService.createHistoricJobLogQuery()
            .processInstanceId(instance)
            .jobId(id)
            .orderPartiallyByOccurrence()
            .desc()
            .listPage(0, ATTEMPTS)
            .stream()
            .map(Jobs::attempt)
            .toList();
    }

    private static JobAttempt attempt(HistoricJobLog entry) {
        return new JobAttempt(entry.getTimestamp().toInstant(), entry.isFailureLog(), entry.getJobRetries(),
                entry.getJobExceptionMessage(), host(entry.getHostname()));
    }

    /** The engine adds its own name to that of the machine. */
    private static @Nullable String host(@Nullable String name) {
        return (name != null) ? name.replaceFirst("\\$.*", "") : null;
    }

}
