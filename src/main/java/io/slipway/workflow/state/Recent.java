package io.slipway.workflow.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Something that many people look at, read once for all who ask within a second of its
 * arrival: who asks while it is being read waits for that reading, however long it takes.
 *
 * @param <T> what is read
 */
final class Recent<T> {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Supplier<T> read;

    private final Clock clock;

    private volatile @Nullable Reading<T> last;

    Recent(Supplier<T> read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    T get() {
        Reading<T> known = this.last;
        return fresh(known) ? known.value() : readOnce();
    }

    private synchronized T readOnce() {
        Reading<T> known = this.last;
        if (fresh(known)) {
            return known.value();
        }
        T value = this.read.get();
        this.last = new Reading<>(value, this.clock.instant());
        return value;
    }

    private boolean fresh(@Nullable Reading<T> reading) {
        if (reading == null) {
            return false;
        }
        Duration age = Duration.between(reading.at(), this.clock.instant());
        return !age.isNegative() && age.compareTo(FRESH) < 0;
    }

    private record Reading<T>(T value, Instant at) {
    }

}
