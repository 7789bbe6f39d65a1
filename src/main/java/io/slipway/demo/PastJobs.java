package io.slipway.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.slipway.workflow.job.DueJob;
import io.slipway.workflow.job.JobsByHand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Profile;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Does the engine's jobs while the demo is told: those of its releases in the told time,
 * and those of people who use the portal meanwhile in theirs.
 */
@Component
@Profile("demo")
class PastJobs {

    private static final Logger log = LoggerFactory.getLogger(PastJobs.class);

    private static final int MOST = 50;

    /** How often the present gets its turn. */
    private static final Duration GLANCE = Duration.ofMillis(150);

    private final JobsByHand jobs;

    private final ToldClock clock;

    private volatile Set<String> today = Set.of();

    private long presentSeen;

    PastJobs(JobsByHand jobs, ToldClock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Does all that is due by the told time, and what this makes due.
     * @param past which releases belong to the past
     * @return the releases to which something was done
     */
    Set<String> settle(Predicate<String> past) {
        Set<String> touched = new HashSet<>();
        List<DueJob> due = due(past);
        while (!due.isEmpty()) {
            for (DueJob job : due) {
                touched.add(job.release());
                run(job);
            }
            due = due(past);
        }
        return touched;
    }

    /** From now on it is the turn of releases that are told in the present. */
    void begin(Set<String> releases) {
        this.jobs.begin();
        this.today = Set.copyOf(releases);
    }

    void end() {
        this.today = Set.of();
        this.jobs.end();
    }

    /** Does what is due now while a release that is told in the present waits for it. */
    void meanwhile() {
        if (!this.today.isEmpty()) {
            settle(this.today::contains);
            present(this.today::contains);
        }
    }

    /** When the next timer goes off, if that is not too late. */
    Optional<Instant> next(Instant until) {
        return this.jobs.next(until).map(DueJob::dueAt);
    }

    /** People may use the portal meanwhile, and what they do has jobs too. */
    void present(Predicate<String> past) {
        if (System.nanoTime() - this.presentSeen > GLANCE.toNanos()) {
            this.clock.present(() -> {
                due(past.negate()).forEach(this::run);
                return true;
            });
            this.presentSeen = System.nanoTime();
        }
    }

    private List<DueJob> due(Predicate<String> which) {
        return this.jobs.due(MOST)
            .stream()
            .filter((job) -> job.release() != null && which.test(job.release()))
            .toList();
    }

    /** As the portal, whoever waits for it. */
    private void run(DueJob job) {
        SecurityContext actor = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            this.jobs.run(job.id());
        }
        catch (RuntimeException ex) {
            log.debug("A job of {} is tried again", job.release(), ex);
        }
        finally {
            SecurityContextHolder.setContext(actor);
        }
    }

}
