package io.slipway.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many calls a caller has, and when there are more.
 */
class CallRateTests {

    private final Moving clock = new Moving();

    private final CallRate rate = new CallRate(60, this.clock);

    @Test
    void allowsThoseOfAMinuteAtOnceAndThenOneByOne() {
        assertThat(IntStream.range(0, 60).mapToObj((i) -> this.rate.waitFor("one"))).containsOnly(Duration.ZERO);
        assertThat(this.rate.waitFor("one")).isEqualTo(Duration.ofSeconds(1));
        assertThat(this.rate.waitFor("one")).isEqualTo(Duration.ofSeconds(1));
        assertThat(this.rate.waitFor("other")).isZero();
        this.clock.now = this.clock.now.plusSeconds(1);
        assertThat(this.rate.waitFor("one")).isZero();
        assertThat(this.rate.waitFor("one")).isPositive();
        this.clock.now = this.clock.now.plusSeconds(3600);
        assertThat(IntStream.range(0, 60).mapToObj((i) -> this.rate.waitFor("one"))).containsOnly(Duration.ZERO);
        assertThat(this.rate.waitFor("one")).isPositive();
    }

    @Test
    void waitsForNoClockThatWasSetBack() {
        IntStream.range(0, 60).forEach((i) -> this.rate.waitFor("one"));
        this.clock.now = this.clock.now.minusSeconds(3600);
        assertThat(this.rate.waitFor("one")).isZero();
    }

    /** A clock that stands still unless it is moved. */
    private static final class Moving extends Clock {

        private Instant now = Instant.parse("2030-01-01T00:00:00Z");

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return this.now;
        }

    }

}
