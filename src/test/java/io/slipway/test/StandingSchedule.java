package io.slipway.test;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Keeps the portal under test from doing anything by itself at intervals: whether a test
 * of ten minutes meets work of every ten minutes would depend on the machine. Tests call
 * what is due themselves. Jobs of the engine are not concerned.
 */
final class StandingSchedule extends ThreadPoolTaskScheduler {

    private static final long serialVersionUID = 1L;

    private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");

    @Override
    public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
        return schedule(task, NEVER);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant start, Duration period) {
        return schedule(task, NEVER);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
        return schedule(task, NEVER);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant start, Duration delay) {
        return schedule(task, NEVER);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
        return schedule(task, NEVER);
    }

    /** Puts the schedule in the place of the portal's own. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        ThreadPoolTaskScheduler taskScheduler() {
            return new StandingSchedule();
        }

    }

}
