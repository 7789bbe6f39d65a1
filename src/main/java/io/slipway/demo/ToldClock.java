package io.slipway.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

import io.slipway.database.NodeClock;
import io.slipway.identity.DemoMark;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The portal's clock, on which the one thread that tells the company's past sees the time
 * that it tells of; everybody else sees the present. What is done in a told time is made
 * for the demo.
 */
@Component
@Primary
@Profile("demo")
class ToldClock extends Clock implements DemoMark {

    private final NodeClock clock;

    /** How far back the time of this thread lies. */
    private final ThreadLocal<@Nullable Duration> back = new ThreadLocal<>();

    ToldClock(NodeClock clock) {
        this.clock = clock;
    }

    /**
     * Sets the time of this thread, which goes on from there; never back.
     * @param instant what it shows next, unless it shows a later time already
     */
    void tell(Instant instant) {
        if (!here() || instant.isAfter(instant())) {
            this.back.set(Duration.between(instant, this.clock.instant()));
        }
    }

    /** Lets this thread see the present again. */
    void end() {
        this.back.remove();
    }

    /**
     * Does something in the present, in the middle of a past.
     * @param <T> what it gives
     */
    <T> T present(Supplier<T> code) {
        Duration before = this.back.get();
        this.back.remove();
        try {
            return code.get();
        }
        finally {
            this.back.set(before);
        }
    }

    @Override
    public boolean here() {
        return this.back.get() != null;
    }

    @Override
    public Instant instant() {
        Duration told = this.back.get();
        Instant now = this.clock.instant();
        return (told != null) ? now.minus(told) : now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this.clock.withZone(zone);
    }

}
