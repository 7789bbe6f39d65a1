package io.slipway.schedule.period;

import java.time.Instant;

import io.slipway.schedule.Interval;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import org.jspecify.annotations.Nullable;

/**
 * A window or freeze, as lists show it.
 *
 * @param owner user name of who answers for it
 * @param zone id of its time zone
 * @param rule how it recurs; empty if it happens once
 * @param overAt when its last occurrence ends, UTC; the year 9999 if there is no last one
 * @param next the occurrence that is or comes next; null if none is known
 */
public record PeriodSummary(long id, PeriodKind kind, String name, String owner, PeriodScope scope, String zone,
        String rule, boolean ended, Instant overAt, @Nullable Interval next) {
}
