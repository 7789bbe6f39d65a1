package io.slipway.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import io.slipway.input.NotFoundException;
import io.slipway.release.ReleaseManagement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Plays the demo company's releases at the first start, after the portal is up: each as
 * far as its story has come, through the services that people use.
 */
@Component
@Profile("demo")
class DemoCompany implements Telling {

    private static final Logger log = LoggerFactory.getLogger(DemoCompany.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReleaseManagement releases;

    private final DemoPast past;

    private final DemoItems items;

    private final DemoSchedule schedule;

    private final DemoEnvironments environments;

    private final DemoKnowledge knowledge;

    private final DemoPlot plot;

    private final DemoPaperwork paperwork;

    private final ToldClock clock;

    private final PastJobs jobs;

    private final DemoRehearsal rehearsal;

    private final Map<DemoRelease, Runnable> stories;

    private volatile @Nullable Thread teller;

    private volatile int begun;

    private volatile boolean telling;

    DemoCompany(ReleaseManagement releases, DemoPast past, DemoItems items, DemoSchedule schedule,
            DemoEnvironments environments, DemoKnowledge knowledge, DemoPlot plot, DemoPaperwork paperwork,
            DemoStories stories, ToldClock clock, PastJobs jobs, DemoRehearsal rehearsal) {
        this.releases = releases;
        this.past = past;
        this.items = items;
        this.schedule = schedule;
        this.environments = environments;
        this.knowledge = knowledge;
        this.plot = plot;
        this.paperwork = paperwork;
        this.stories = stories.all();
        this.clock = clock;
        this.jobs = jobs;
        this.rehearsal = rehearsal;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread thread = new Thread(this::tell, "demo");
        thread.setDaemon(true);
        thread.start();
        this.teller = thread;
    }

    /** A stop of the portal waits for the step that is being done, and only for that. */
    @EventListener(ContextClosedEvent.class)
    void end() throws InterruptedException {
        Thread thread = this.teller;
        if (thread != null) {
            this.paperwork.end();
            thread.join(PATIENCE.toMillis());
        }
    }

    @Override
    public Optional<Progress> progress() {
        return this.telling
                ? Optional.of(new Progress(this.past.told() + this.begun, this.past.releases() + this.stories.size()))
                : Optional.empty();
    }

    private boolean exists(DemoRelease release) {
        try {
            this.releases.get(release.key());
            return true;
        }
        catch (NotFoundException ex) {
            return false;
        }
    }

    private void tell() {
        this.telling = true;
        try {
            tellAll();
        }
        finally {
            this.telling = false;
        }
    }

    private void tellAll() {
        try {
            this.past.tell();
        }
        catch (CancellationException ex) {
            log.info("The demo company's past goes on at the next start");
            return;
        }
        catch (RuntimeException ex) {
            log.warn("The demo company's past is not told to its end", ex);
        }
        this.items.register();
        this.environments.keep();
        this.knowledge.write();
        this.schedule.open();
        List<DemoRelease> missing = this.stories.keySet().stream().filter((release) -> !exists(release)).toList();
        if (!missing.isEmpty()) {
            tell(missing);
        }
        rehearse();
    }

    private void rehearse() {
        try {
            this.rehearsal.begin();
        }
        catch (CancellationException ex) {
            log.info("The demo company goes on at the next start");
        }
        catch (RuntimeException ex) {
            log.warn("Nothing is rehearsed in the demo", ex);
        }
    }

    /** It happens in the present, and is made for the demo nevertheless. */
    private void tell(List<DemoRelease> missing) {
        this.jobs.begin(missing.stream().map(DemoRelease::key).collect(Collectors.toSet()));
        this.clock.tell(this.clock.instant());
        try {
            tellEach(missing);
        }
        finally {
            this.clock.end();
            this.jobs.end();
        }
    }

    private void tellEach(List<DemoRelease> missing) {
        for (DemoRelease release : missing) {
            try {
                this.plot.register(release);
                this.stories.get(release).run();
                this.jobs.meanwhile();
                this.begun = this.begun + 1;
            }
            catch (CancellationException ex) {
                log.info("The demo company goes on at the next start");
                return;
            }
            catch (RuntimeException ex) {
                log.warn("The demo release {} stays where it is", release.key(), ex);
            }
        }
        log.info("The demo company is complete: {} releases", this.stories.size());
    }

}
