package io.slipway.release;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The forward schedule: releases in their planned time, for calendars.
 */
@Service
@Transactional(readOnly = true)
public class ForwardSchedule {

    private static final String COLUMNS = """
            select r.release_key as `key`, r.name, r.type, r.environment, r.owner, r.phase, r.status, r.planned_start, r.planned_end,
                   r.support_days, r.version, coalesce(r.changed_at, r.registered_at) as changed_at,
                   coalesce((select json_arrayagg(s.service order by s.service)
                               from release_services s where s.release_id = r.id), '[]') as services""";

    /**
     * Served by the index releases_by_time alone until the rows that match are read: the
     * other one by time does not tell what is long over.
     */
    static final String BETWEEN = COLUMNS + """
             from releases r force index (releases_by_time)
            where r.schedule_at >= :earliest and r.schedule_at < :to
              and r.planned_end + interval r.support_days day > :from
            order by r.schedule_at, r.planned_end limit :limit""";

    private static final String NAMED = COLUMNS
            + " from releases r where r.release_key in (:keys) and r.planned_end is not null";

    /** The longest deployment and the longest support after it. */
    private static final Duration LONGEST = Duration.ofDays(90 + 90);

    private final JdbcClient jdbc;

    ForwardSchedule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The releases of a period, whether they are open or ended.
     * @param from begin of the period, UTC
     * @param to end of the period, UTC, exclusive
     * @return the releases whose planned deployment, or the early life support planned
     * after it, overlaps the period, by planned start
     */
    public List<ScheduledRelease> between(Instant from, Instant to, int limit) {
        return this.jdbc.sql(BETWEEN)
            .param("earliest", from.minus(LONGEST))
            .param("from", from)
            .param("to", to)
            .param("limit", limit)
            .query(ScheduledRelease.class)
            .list();
    }

    /**
     * Some releases; keys that are unknown, and releases without a planned time, are left
     * out.
     * @param keys the releases' keys, at most 5,000
     */
    public List<ScheduledRelease> named(Collection<String> keys) {
        return keys.isEmpty() ? List.of()
                : this.jdbc.sql(NAMED).param("keys", keys).query(ScheduledRelease.class).list();
    }

}
