package io.slipway.database;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A node goes by the database's time, and knows when its machine's differs.
 */
class NodeClockTests {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private Instant machine = NOON;

    private final NodeClock clock = new NodeClock(() -> this.machine);

    @Test
    void letsBeWhatAMomentMayExplain() {
        assertThat(this.clock.compare(NOON.minusMillis(900), NOON, NOON.plusMillis(10))).isEmpty();
        assertThat(this.clock.instant()).isEqualTo(NOON);
        assertThat(this.clock.differs()).isFalse();
    }

    @Test
    void makesUpForAMachineThatIsTenMinutesAhead() {
        Instant database = NOON.minus(Duration.ofMinutes(10));
        assertThat(this.clock.compare(database, NOON, NOON)).contains(Duration.ofMinutes(-10));
        assertThat(this.clock.instant()).isEqualTo(database);
        assertThat(this.clock.ahead()).isEqualTo(Duration.ofMinutes(10));
        assertThat(this.clock.differs()).isTrue();
    }

    @Test
    void goesOnSteadilyWhileTheDifferenceIsTheSame() {
        this.clock.compare(NOON.plusSeconds(60), NOON, NOON);
        assertThat(this.clock.compare(NOON.plusSeconds(60).plusMillis(200), NOON, NOON)).isEmpty();
        assertThat(this.clock.instant()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void isTheMachinesAgainOnceThatIsRight() {
        this.clock.compare(NOON.plusSeconds(60), NOON, NOON);
        assertThat(this.clock.compare(NOON, NOON, NOON)).contains(Duration.ZERO);
        assertThat(this.clock.instant()).isEqualTo(NOON);
        assertThat(this.clock.differs()).isFalse();
    }

    @Test
    void tellsWholeMilliseconds() {
        this.machine = NOON.plusNanos(1_999_999);
        assertThat(this.clock.instant()).isEqualTo(NOON.plusMillis(1));
    }

    @Test
    void takesNoMeasureFromASlowAnswer() {
        assertThat(this.clock.compare(NOON.plusSeconds(60), NOON, NOON.plusSeconds(2))).isEmpty();
        assertThat(this.clock.differs()).isFalse();
    }

}
