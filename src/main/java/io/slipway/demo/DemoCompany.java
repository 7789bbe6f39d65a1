package io.slipway.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

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
class DemoCompany {

    private static final Logger log = LoggerFactory.getLogger(DemoCompany.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReleaseManagement releases;

    private final DemoItems items;

    private final DemoSchedule schedule;

    private final DemoPlot plot;

    private final DemoPaperwork paperwork;

    private final Map<DemoRelease, Runnable> stories;

    private volatile @Nullable Thread teller;

    DemoCompany(ReleaseManagement releases, DemoItems items, DemoSchedule schedule, DemoPlot plot,
            DemoPaperwork paperwork, DemoStories stories) {
        this.releases = releases;
        this.items = items;
        this.schedule = schedule;
        this.plot = plot;
        this.paperwork = paperwork;
        this.stories = stories.all();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        this.items.register();
        this.schedule.open();
        List<DemoRelease> missing = this.stories.keySet().stream().filter((release) -> !exists(release)).toList();
        if (!missing.isEmpty()) {
            Thread thread = new Thread(() -> tell(missing), "demo");
            thread.setDaemon(true);
            thread.start();
            this.teller = thread;
        }
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

    private boolean exists(DemoRelease release) {
        try {
            this.releases.get(release.key());
            return true;
        }
        catch (NotFoundException ex) {
            return false;
        }
    }

    private void tell(List<DemoRelease> missing) {
        for (DemoRelease release : missing) {
            try {
                this.plot.register(release);
                this.stories.get(release).run();
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
