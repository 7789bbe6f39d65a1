package io.slipway.demo;

import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.slipway.release.ReleaseManagement;
import io.slipway.ui.NotFoundException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
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

    private final ReleaseManagement releases;

    private final DemoPlot plot;

    private final Map<DemoRelease, Runnable> stories;

    DemoCompany(ReleaseManagement releases, DemoPlot plot, DemoStories stories) {
        this.releases = releases;
        this.plot = plot;
        this.stories = stories.all();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        List<DemoRelease> missing = this.stories.keySet().stream().filter((release) -> !exists(release)).toList();
        if (!missing.isEmpty()) {
            Thread thread = new Thread(() -> tell(missing), "demo");
            thread.setDaemon(true);
            thread.start();
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
            catch (RuntimeException ex) {
                log.warn("The demo release {} stays where it is", release.key(), ex);
            }
        }
        log.info("The demo company is complete: {} releases", this.stories.size());
    }

}
