package io.slipway.schedule.period;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import org.jspecify.annotations.Nullable;

/**
 * A window or freeze as somebody wants it, before it is judged. Times are wall times in
 * its zone.
 *
 * @param kind what it does; null, which is refused, if it was not said or not readable
 * @param name what it is called, at most 120 characters
 * @param reason why it is, at most 1,000 characters
 * @param owner user name of who answers for it
 * @param scope what it applies to, at most 20 of each
 * @param zone id of its time zone, such as {@code Europe/Berlin}
 * @param start when it begins for the first time; null as the kind
 * @param end when it then ends, at most a year later; null as the kind
 * @param rule how it recurs, RFC 5545; empty if it happens once
 * @param until the last wall time at which it may begin; null for ever
 * @param skipped dates of starts that are left out, at most 100
 */
public record PeriodDraft(@Nullable PeriodKind kind, String name, String reason, String owner, PeriodScope scope,
        String zone, @Nullable LocalDateTime start, @Nullable LocalDateTime end, String rule,
        @Nullable LocalDateTime until, List<LocalDate> skipped) {
}
