package io.slipway.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A clock that goes on like any other but can be put forward, for the portal and the
 * process engine alike: so a test can wait out a timer of two weeks.
 */
public final class MutableClock extends Clock {

    private final ZoneId zone;

    private volatile Duration offset = Duration.ZERO;

    MutableClock(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Puts the clock forward.
     * @param time how far, from what it shows now
     */
    public void advance(Duration time) {
        setOffset(this.offset.plus(time));
    }

    /**
     * Sets the clock; it goes on from there.
     * @param instant what it shows next
     */
    public void set(Instant instant) {
        setOffset(Duration.between(Instant.now(), instant));
    }

    /** Back to the time of the machine. */
    public void reset() {
        setOffset(Duration.ZERO);
    }

    private void setOffset(Duration offset) {
        this.offset = offset;
        ClockUtil.offset(offset.toMillis());
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(this.offset);
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
