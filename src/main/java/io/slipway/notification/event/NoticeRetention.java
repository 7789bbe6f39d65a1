package io.slipway.notification.event;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import io.slipway.audit.retention.Hold;
import io.slipway.audit.retention.Holds;
import io.slipway.audit.retention.PersonErased;
import io.slipway.audit.retention.RetentionProperties;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets notices and mails whose time is over and that nothing holds, and those of who
 * was erased.
 */
@Component
class NoticeRetention {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;

    private final Holds holds;

    private final RetentionProperties periods;

    private final Clock clock;

    NoticeRetention(JdbcClient jdbc, Holds holds, RetentionProperties periods, Clock clock) {
        this.jdbc = jdbc;
        this.holds = holds;
        this.periods = periods;
        this.clock = clock;
    }

    /** Forgets what is due. */
    @Scheduled(fixedDelayString = "${slipway.retention.every:PT1H}",
            initialDelayString = "${slipway.retention.first:PT10M}")
    void forget() {
        Instant before = this.clock.instant().atZone(ZoneOffset.UTC).minus(this.periods.notices()).toInstant();
        Set<String> releases = this.holds.held(Hold.Kind.RELEASE);
        Set<String> people = this.holds.held(Hold.Kind.PERSON);
        long end = this.jdbc
            .sql("select coalesce(min(id), (select max(id) + 1 from notifications), 0) from notifications"
                    + " where created_at >= :before")
            .param("before", before)
            .query(Long.class)
            .single();
        int forgotten = BATCH;
        while (forgotten == BATCH) {
            forgotten = this.jdbc.sql("""
                    delete from notifications
                     where id < :end and coalesce(release_key, '') not in (:releases) and recipient not in (:people)
                       and mail <> 'PENDING'
                     order by id limit 1000""")
                .param("end", end)
                .param("releases", releases.isEmpty() ? List.of("-") : releases)
                .param("people", people.isEmpty() ? List.of("-") : people)
                .update();
        }
    }

    @EventListener
    void on(PersonErased event) {
        this.jdbc.sql("delete from notifications where recipient = :person").param("person", event.userName()).update();
    }

}
