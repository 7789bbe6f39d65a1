package io.slipway.audit.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.slipway.audit.RecordSearch;
import io.slipway.change.ChangeStatus;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.KeyPage;
import io.slipway.permit.PermitDetails;
import io.slipway.permit.PermitManagement;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports about changes that went another way than most: emergencies, standing
 * authorisations, waivers and exceptions. For those who read the record; reading it is
 * recorded.
 */
@Service
@PreAuthorize(RecordSearch.READERS)
public class ChangeReports {

    private static final String EMERGENCIES = """
            select t.*, case when reviewed_at is null then if(due_at < :now, 2, 0) when reviewed_at > due_at then 1 else 0 end late
              from (select c.id, c.number, c.release_key, c.title, c.raised_at, c.status,
                           c.emergency_reviewed_at reviewed_at, c.emergency_reviewer reviewer, c.emergency_verdict verdict,
                           (select min(d.started_at) from deployments d where d.release_key = c.release_key) started_at,
                           (select min(w.due_at) from work_items w where w.business_key = c.release_key
                               and w.form = 'change/review-emergency-change') due_at
                      from change_records c
                     where c.type = 'EMERGENCY' and c.raised_at >= :since and c.raised_at < :until) t""";

    private static final KeyOrder<Emergency> LATE_FIRST = KeyOrder.<Emergency>descending()
        .number("e.late", Emergency::late)
        .instant("e.raised_at", Emergency::raisedAt)
        .number("e.id", Emergency::id);

    private static final KeyOrder<Asked> NEWEST = KeyOrder.<Asked>descending()
        .instant("requested_at", Asked::requestedAt)
        .number("id", Asked::id);

    private static final String STANDARD = """
            select s.id, s.name, s.status, s.proposed_by, s.decided_by, s.decided_at, s.valid_until,
                   count(c.id) uses, count(if(c.failed, 1, null)) failures
              from standard_changes s
              left join (select x.id, x.standard_change, x.status = 'BACKED_OUT' or exists (
                             select 1 from deployments d where d.release_key = x.release_key
                                and d.status in ('FAILED', 'REFUTED', 'RETRIED', 'ROLLING_BACK', 'ROLLED_BACK',
                                                'FIXED_FORWARD')) failed
                           from change_records x
                          where x.type = 'STANDARD' and x.raised_at >= :since and x.raised_at < :until) c
                on c.standard_change = s.id
             where s.id > :from group by s.id order by s.id limit :limit""";

    private final JdbcClient jdbc;

    private final PermitManagement permits;

    private final Journal journal;

    private final Clock clock;

    ChangeReports(JdbcClient jdbc, PermitManagement permits, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.permits = permits;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The emergencies of a period with their reviews: what is late comes first, then the
     * newest.
     * @param from the cursor, empty for the first page
     */
    @Transactional
    public KeyPage<Emergency> emergencies(ReportPeriod period, String from) {
        read("emergencies", period, from);
        return LATE_FIRST
            .page(within(Clause.of("select * from (" + EMERGENCIES + ") e"), period).with("now", this.clock.instant())
                .where(LATE_FIRST.after(from))
                .append(LATE_FIRST.by() + KeyOrder.limit())
                .on(this.jdbc)
                .query(Emergency.class)
                .list());
    }

    /**
     * Waivers of gates and exceptions from freezes that were asked for in a period, the
     * newest first.
     * @param from the cursor, empty for the first page
     */
    @Transactional
    public KeyPage<AskedPermit> permits(ReportPeriod period, String from) {
        read("permits", period, from);
        KeyPage<Asked> page = NEWEST.page(this.jdbc, "select id, kind, requested_at from permits",
                within(Clause.of("requested_at >= :since and requested_at < :until"), period), from, Asked.class);
        Map<Long, PermitDetails> found = this.permits.of(page.rows().stream().map(Asked::id).toList());
        return page.map((one) -> new AskedPermit(one.kind(), Objects.requireNonNull(found.get(one.id()))));
    }

    /**
     * The standing authorisations with what came of them in a period.
     * @param from the cursor, empty for the first page
     */
    @Transactional
    public KeyPage<StandardUse> standard(ReportPeriod period, String from) {
        read("standard", period, from);
        List<StandardUse> found = within(Clause.of(STANDARD), period)
            .with("from", from.matches("\\d{1,18}") ? Long.parseLong(from) : 0L)
            .with("limit", KeyPage.size() + 1)
            .on(this.jdbc)
            .query(StandardUse.class)
            .list();
        return KeyPage.of(found, (one) -> Long.toString(one.id()));
    }

    /** How changes of a period were authorised. */
    @Transactional(readOnly = true)
    public Share share(ReportPeriod period) {
        return within(Clause.of("""
                select count(*) total, count(if(type = 'STANDARD', 1, null)) standard,
                       count(if(type = 'EMERGENCY', 1, null)) emergency
                  from change_records where raised_at >= :since and raised_at < :until"""), period).on(this.jdbc)
            .query(Share.class)
            .single();
    }

    private static Clause within(Clause clause, ReportPeriod period) {
        return clause.with("since", period.since()).with("until", period.until());
    }

    private void read(String report, ReportPeriod period, String from) {
        if (from.isEmpty()) {
            this.journal.record(JournalEntry.of("report.read", "report", report)
                .with(Map.of("since", period.since(), "until", period.until())));
        }
    }

    /**
     * An emergency change and the look back at it.
     *
     * @param startedAt when its release was first deployed; null if it was not
     * @param dueAt until when it had to be looked back at; null if nobody was asked yet
     * @param late 2 if the look back is missing though it is due, 1 if it came late
     */
    public record Emergency(long id, String number, String releaseKey, String title, Instant raisedAt,
            ChangeStatus status, @Nullable Instant reviewedAt, @Nullable String reviewer, @Nullable String verdict,
            @Nullable Instant startedAt, @Nullable Instant dueAt, int late) {
    }

    /** A waiver or an exception. */
    public record AskedPermit(String kind, PermitDetails permit) {
    }

    private record Asked(long id, String kind, Instant requestedAt) {
    }

    /**
     * A standing authorisation with its use.
     *
     * @param decidedAt when somebody looked at it last
     * @param failures of its uses, those that failed or were taken back
     */
    public record StandardUse(long id, String name, String status, String proposedBy, @Nullable String decidedBy,
            @Nullable Instant decidedAt, LocalDate validUntil, long uses, long failures) {
    }

    /** How many changes there were, and how many of the two special kinds. */
    public record Share(long total, long standard, long emergency) {

        /** Standard ones, in percent. */
        public long standardShare() {
            return (this.total == 0) ? 0 : Math.round(100.0 * this.standard / this.total);
        }

        /** Emergencies, in percent. */
        public long emergencyShare() {
            return (this.total == 0) ? 0 : Math.round(100.0 * this.emergency / this.total);
        }

    }

}
