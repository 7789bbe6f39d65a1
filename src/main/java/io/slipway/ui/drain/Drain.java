package io.slipway.ui.drain;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationContextEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Goes on answering for a while after readiness has turned. It is the first to hear that
 * the context closes, before executors refuse work and Tomcat its connections; the
 * lifecycle's phases would come after the former.
 */
class Drain implements ApplicationListener<ApplicationEvent>, Ordered {

    private static final Logger log = LoggerFactory.getLogger(Drain.class);

    private final Duration time;

    private final CountDownLatch never = new CountDownLatch(1);

    private volatile boolean answers;

    private volatile boolean draining;

    Drain(Duration time) {
        this.time = time;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof ApplicationReadyEvent) {
            this.answers = true;
        }
        else if (event instanceof ContextClosedEvent closed && isOurs(closed) && this.answers && !this.time.isZero()) {
            drain();
        }
    }

    /** Whether answers should say that there is no next one. */
    boolean isDraining() {
        return this.draining;
    }

    private void drain() {
        this.draining = true;
        log.info("Leaving: requests are answered for another {} s", this.time.toSeconds());
        try {
            this.never.await(this.time.toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** A port of its own for operations has a context of its own. */
    private static boolean isOurs(ApplicationContextEvent closed) {
        return closed.getApplicationContext().getParent() == null;
    }

}
