package io.slipway.api.schedule;

import java.time.Instant;
import java.util.List;

import io.slipway.policy.ReleaseType;
import io.slipway.schedule.Interval;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.period.PeriodSummary;
import org.jspecify.annotations.Nullable;

/**
 * A window or freeze as tools read it.
 *
 * @param id its id
 * @param owner user name of who answers for it
 * @param services names of services; none means all
 * @param environments names of environments; none means all
 * @param types types of releases; none means all
 * @param zone id of its time zone
 * @param rule how it recurs, RFC 5545; empty if it happens once
 * @param nextStart when it is in force next; null if not known
 * @param nextEnd until when it then is
 */
record PeriodAnswer(long id, PeriodKind kind, String name, String owner, List<String> services,
        List<String> environments, List<ReleaseType> types, String zone, String rule, @Nullable Instant nextStart,
        @Nullable Instant nextEnd) {

    static PeriodAnswer of(PeriodSummary period) {
        Interval next = period.next();
        return new PeriodAnswer(period.id(), period.kind(), period.name(), period.owner(), period.scope().services(),
                period.scope().environments(), period.scope().types(), period.zone(), period.rule(),
                (next != null) ? next.start() : null, (next != null) ? next.end() : null);
    }

    /**
     * One page of windows and freezes.
     *
     * @param next the value of {@code from} for the next page; null after the last
     */
    record Page(List<PeriodAnswer> periods, @Nullable String next) {
    }

}
