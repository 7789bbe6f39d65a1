package io.slipway.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A clock that goes on like any other but can be put forward or stopped, for the portal
 * and the process engine alike: so a test can wait out a timer of two weeks, or do many
 * things at one instant however long the machine takes for them.
 */
public final class MutableClock extends Clock {

    private final ZoneId zone;

    private volatile Duration offset = Duration.ZERO;

    private volatile @Nullable Instant stopped;

    MutableClock(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Puts the clock forward.
     * @param time how far, from what it shows now
     */
    public void advance(Duration time) {
        Instant still = this.stopped;
        if (still != null) {
            stop(still.plus(time));
        }
        else {
            setOffset(this.offset.plus(time));
        }
    }

    /**
     * Lets it stand still until it is put forward or the test ends, at a whole
     * millisecond: what the database keeps of it is the same instant.
     * @return what it shows
     */
    public Instant stop() {
        Instant now = instant();
        stop(now);
        return now;
    }

    private void stop(Instant instant) {
        this.stopped = instant;
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    /**
     * Sets the clock; it goes on from there.
     * @param instant what it shows next
     */
    public void set(Instant instant) {
        this.stopped = null;
        setOffset(Duration.between(Instant.now(), instant));
    }

    /** Back to the time of the machine. */
    public void reset() {
        this.stopped = null;
        setOffset(Duration.ZERO);
    }

    private void setOffset(Duration offset) {
        this.offset = offset.truncatedTo(ChronoUnit.MILLIS);
        ClockUtil.offset(this.offset.toMillis());
    }

    @Override
    public Instant instant() {
        Instant still = this.stopped;
        return (still != null) ? still : Instant.now().plus(this.offset).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return this.zone;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    /** Puts the clock in the place of the portal's own. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        MutableClock mutableClock() {
            return new MutableClock(ZoneOffset.UTC);
        }

    }

    /** Lets no test leave its time to the next. */
    static class ResetAfterEach implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext test) {
            SpringExtension.getApplicationContext(test).getBean(MutableClock.class).reset();
        }

    }

}
