package io.slipway.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts calls by a leaky bucket that holds those of a minute: of each caller it knows no
 * more than the instant at which the bucket is empty again. A clock that was set back
 * makes nobody wait for it.
 */
public final class CallRate {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final int KEPT = 10_000;

    private final Map<String, Instant> emptyAt = new ConcurrentHashMap<>();

    private final Duration each;

    private final Clock clock;

    /**
     * A rate of each caller.
     * @param callsPerMinute how many calls one may make in a minute
     */
    public CallRate(int callsPerMinute, Clock clock) {
        this.each = MINUTE.dividedBy(callsPerMinute);
        this.clock = clock;
    }

    /**
     * Counts a call.
     * @return how long to wait; zero if the call may be answered, and then it counts
     */
    public Duration waitFor(String caller) {
        Instant now = this.clock.instant();
        if (this.emptyAt.size() > KEPT) {
            this.emptyAt.values().removeIf((empty) -> !empty.isAfter(now));
        }
        Duration[] wait = { Duration.ZERO };
        this.emptyAt.compute(caller, (name, known) -> {
            boolean counts = known != null && !known.isBefore(now) && !known.isAfter(now.plus(MINUTE));
            Instant empty = (counts ? known : now).plus(this.each);
            Duration over = Duration.between(now.plus(MINUTE), empty);
            if (over.isNegative() || over.isZero()) {
                return empty;
            }
            wait[0] = over;
            return known;
        });
        return wait[0];
    }

}
