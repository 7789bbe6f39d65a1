package io.slipway.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of a node, which is that of the database: all nodes share it, whatever their
 * machines think. A machine's own clock is used as long as it differs by no more than
 * {@link #EXACT}; beyond, the difference is made up for, and beyond {@link #TOLERATED}
 * the operator is told.
 */
public final class NodeClock extends Clock {

    /** The largest difference that is let be; answers of the database take time too. */
    public static final Duration EXACT = Duration.ofSeconds(1);

    /** The largest difference that nobody is told about. */
    public static final Duration TOLERATED = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(NodeClock.class);

    private final InstantSource machine;

    private volatile Duration ahead = Duration.ZERO;

    private volatile Duration correction = Duration.ZERO;

    NodeClock(InstantSource machine) {
        this.machine = machine;
    }

    /**
     * Compares the machine with the database.
     * @param before what the machine said before it was asked
     * @param after what the machine said when it had answered; too late an answer is no
     * measure
     * @return what is added to the machine's time from now on, if that changes
     */
    Optional<Duration> compare(Instant database, Instant before, Instant after) {
        Duration taken = Duration.between(before, after);
        if (taken.isNegative() || taken.compareTo(EXACT) > 0) {
            return Optional.empty();
        }
        Duration found = Duration.between(database, before.plus(taken.dividedBy(2)));
        boolean told = differs();
        this.ahead = found;
        if (differs() && !told) {
            log.warn("The clock of this machine differs by {} s from the database's, which this node goes by."
                    + " Set the clock that is wrong.", found.toSeconds());
        }
        else if (told && !differs()) {
            log.warn("The clock of this machine agrees with the database's again");
        }
        Duration wanted = (found.abs().compareTo(EXACT) > 0) ? found.negated() : Duration.ZERO;
        if (wanted.minus(this.correction).abs().compareTo(EXACT.dividedBy(4)) <= 0) {
            return Optional.empty();
        }
        this.correction = wanted;
        return Optional.of(wanted);
    }

    /**
     * How far the machine's clock is ahead of the database's; negative if it is behind.
     * @return the difference, as last seen
     */
    public Duration ahead() {
        return this.ahead;
    }

    /** Whether the difference is one that somebody should mend. */
    public boolean differs() {
        return this.ahead.abs().compareTo(TOLERATED) > 0;
    }

    /**
     * Now, in whole milliseconds, as the database keeps instants: what compares a column
     * with more digits than microseconds makes the server read the whole table.
     */
    @Override
    public Instant instant() {
        return this.machine.instant().plus(this.correction).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return ((InstantSource) this::instant).withZone(zone);
    }

}
