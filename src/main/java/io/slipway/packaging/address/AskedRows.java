package io.slipway.packaging.address;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.slipway.packaging.DocumentAddress.State;
import io.slipway.packaging.DocumentKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out addresses that are due to be asked, each to one node only, and keeps what
 * they replied. What a node that dies has taken is due again a little later.
 */
@Component
class AskedRows {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration DAILY = Duration.ofDays(1);

    /** So long before its planned start a release's addresses are asked once more. */
    private static final Duration BEFORE_START = Duration.ofMinutes(30);

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int DOUBLED = 6;

    private final JdbcClient jdbc;

    AskedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes those that are due; those of releases that have ended for the last time. */
    @Transactional
    List<Due> take(Instant now, int most) {
        List<Due> due = this.jdbc.sql("""
                select a.release_id, a.kind, a.address, a.state, a.failures,
                       (select r.release_key from releases r where r.id = a.release_id) as release_key,
                       (select r.planned_start from releases r where r.id = a.release_id) as planned_start,
                       (select r.ended from releases r where r.id = a.release_id) as ended
                  from document_addresses a
                 where a.next_at <= :now
                 order by a.next_at, a.release_id, a.kind limit :most for update skip locked""")
            .param("now", now)
            .param("most", most)
            .query(Due.class)
            .list();
        due.forEach((one) -> this.jdbc
            .sql("update document_addresses set next_at = :next where release_id = :id and kind = :kind")
            .param("next", one.ended() ? null : now.plus(LEASE))
            .param("id", one.releaseId())
            .param("kind", one.kind().name())
            .update());
        return due;
    }

    /**
     * Keeps a reply, unless another address stands there meanwhile.
     * @return whether it is there still
     */
    boolean keep(Due due, AddressReply reply, Instant now) {
        State state = reply.answer().state();
        int failures = (state == State.REACHABLE) ? 0 : due.failures() + 1;
        return this.jdbc.sql("""
                update document_addresses
                   set since = if(state = :state and since is not null, since, :now), state = :state,
                       answer = :answer, detail = :detail, asked_at = :now, failures = :failures, next_at = :next
                 where release_id = :id and kind = :kind and address = :address collate utf8mb4_bin""")
            .param("state", state.name())
            .param("answer", reply.answer().name())
            .param("detail", reply.detail())
            .param("now", now)
            .param("failures", failures)
            .param("next", now.plus(pause(due, failures, now)))
            .param("id", due.releaseId())
            .param("kind", due.kind().name())
            .param("address", due.address())
            .update() == 1;
    }

    /** Asks the addresses of a release as soon as may be. */
    void hurry(String releaseKey, Instant now) {
        this.jdbc.sql("""
                update document_addresses a join releases r on r.id = a.release_id
                   set a.next_at = :now where r.release_key = :key and a.next_at > :now""")
            .param("now", now)
            .param("key", releaseKey)
            .update();
    }

    private static Duration pause(Due due, int failures, Instant now) {
        if (failures > 0) {
            Duration pause = SHORTEST.multipliedBy(1L << Math.min(failures - 1, DOUBLED));
            return (pause.compareTo(LONGEST) < 0) ? pause : LONGEST;
        }
        Instant before = (due.plannedStart() != null) ? due.plannedStart().minus(BEFORE_START) : now;
        Duration until = Duration.between(now, before);
        return (!until.isNegative() && !until.isZero() && until.compareTo(DAILY) < 0) ? until : DAILY;
    }

    /**
     * An address that is asked.
     *
     * @param state how it stood before
     * @param failures how often it was not reached in a row
     */
    record Due(long releaseId, String releaseKey, DocumentKind kind, String address, State state, int failures,
            @Nullable Instant plannedStart, boolean ended) {
    }

}
