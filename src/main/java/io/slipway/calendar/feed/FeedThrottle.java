package io.slipway.calendar.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * Keeps a program gone wild from asking for a feed again and again. Counted on each node
 * by itself and only for subscriptions that exist, so it needs no more room than those.
 */
@Component
class FeedThrottle {

    private static final int MOST = 60;

    private static final Duration WITHIN = Duration.ofMinutes(10);

    private static final int KEPT = 1_000;

    private final Map<Long, Count> counts = new ConcurrentHashMap<>();

    private final Clock clock;

    FeedThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a request.
     * @return whether it may be answered: at most {@value #MOST} within ten minutes
     */
    boolean allows(long subscription) {
        Instant now = this.clock.instant();
        if (this.counts.size() > KEPT) {
            this.counts.values().removeIf((count) -> count.over(now));
        }
        return this.counts
            .compute(subscription, (id, count) -> (count == null || count.over(now)) ? new Count(now, 1) : count.more())
            .number() <= MOST;
    }

    private record Count(Instant since, int number) {

        boolean over(Instant now) {
            return !now.isBefore(this.since.plus(WITHIN));
        }

        Count more() {
            return new Count(this.since, this.number + 1);
        }

    }

}
