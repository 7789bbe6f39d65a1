package io.slipway.notification.event;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.slipway.identity.DemoMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Brings events to their listeners after commit, on threads of its own, and brings them
 * again when a listener failed or a node went away. The event is a row in the database
 * from its own transaction on, so nothing here has to be kept: what does not fit the
 * queue, or still waits when the portal stops, is brought later.
 */
@Component
public class EventDelivery implements AsyncConfigurer, SmartLifecycle {

    /** How long a listener may take before its event is brought once more. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    /** After this an event that no listener takes is left to the operator. */
    public static final Duration MOST_PATIENCE = Duration.ofDays(7);

    private static final Logger log = LoggerFactory.getLogger(EventDelivery.class);

    private static final int THREADS = 2;

    private static final int WAITING = 10_000;

    private static final int STOP_SECONDS = 5;

    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING), new CustomizableThreadFactory("event-"),
            new ThreadPoolExecutor.DiscardPolicy());

    private final ObjectProvider<IncompleteEventPublications> incomplete;

    private final ObjectProvider<EventLeases> leases;

    private final DemoMark demo;

    private volatile boolean running;

    EventDelivery(ObjectProvider<IncompleteEventPublications> incomplete, ObjectProvider<EventLeases> leases,
            DemoMark demo) {
        this.incomplete = incomplete;
        this.leases = leases;
        this.demo = demo;
    }

    /** Brings what has been waiting for longer than a listener takes. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    public void again() {
        Set<String> taken = this.leases.getObject().take(PATIENCE, MOST_PATIENCE);
        if (!taken.isEmpty()) {
            this.incomplete.getObject()
                .resubmitIncompletePublications(
                        (publication) -> taken.contains(publication.getIdentifier().toString()));
        }
    }

    @Override
    public Executor getAsyncExecutor() {
        return this::deliver;
    }

    /** What is made for the demo stays on the thread that knows its time. */
    private void deliver(Runnable listener) {
        if (!this.demo.here()) {
            this.executor.execute(listener);
            return;
        }
        SecurityContext actor = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            listener.run();
        }
        finally {
            SecurityContextHolder.setContext(actor);
        }
    }

    @Override
    public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
        return (failure, method, arguments) -> log.warn("{} failed and is tried again: {}",
                method.getDeclaringClass().getSimpleName(), failure, failure);
    }

    @Override
    public void start() {
        this.running = true;
    }

    /** Waits for the listeners that run, and leaves the rest to the database. */
    @Override
    public void stop() {
        this.running = false;
        this.executor.getQueue().clear();
        this.executor.shutdown();
        try {
            this.executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return this.running;
    }

}
