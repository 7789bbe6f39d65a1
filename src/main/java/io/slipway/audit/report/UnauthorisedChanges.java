package io.slipway.audit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.audit.report.FollowUp.Kind;
import io.slipway.deployment.report.DeploymentReports;
import io.slipway.deployment.report.ReportMatch;
import io.slipway.deployment.report.ReportTiming;
import io.slipway.deployment.report.ReportedDeployment;
import io.slipway.deployment.report.UnplacedReports;
import io.slipway.deployment.report.UnplacedReports.UnplacedReport;
import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InputCheck;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was deployed without anybody's leave, and what was done about it. Those who answer
 * for releases and changes write that; auditors read it in their report.
 */
@Service
@Transactional
public class UnauthorisedChanges {

    /** Who says what was done, as Spring Security asks for it. */
    public static final String WRITERS = "hasAnyAuthority('release-manager', 'change-authority')";

    private static final int CHUNK = 500;

    private static final int MOST = 10000;

    private static final int LONGEST = 2000;

    private static final int LONGEST_LINK = 41;

    private final DeploymentReports reports;

    private final UnplacedReports unplaced;

    private final JdbcClient jdbc;

    private final Journal journal;

    UnauthorisedChanges(DeploymentReports reports, UnplacedReports unplaced, JdbcClient jdbc, Journal journal) {
        this.reports = reports;
        this.unplaced = unplaced;
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /**
     * Deployments that tools reported and that no deployment of the portal explains, for
     * those who follow them up. The newest first.
     * @param from the cursor, empty for the first page
     */
    @Transactional(readOnly = true)
    @PreAuthorize(WRITERS)
    public Found toFollowUp(ReportPeriod period, String from) {
        return find(period, from);
    }

    /** At another time, or of something else than the package. */
    Found find(ReportPeriod period, String from) {
        List<ReportedDeployment> found = new ArrayList<>();
        String cursor = from;
        int looked = 0;
        String next = null;
        while (next == null) {
            List<ReportedDeployment> chunk = this.reports.between(period.since(), period.until(), cursor, CHUNK);
            for (ReportedDeployment one : chunk) {
                looked++;
                cursor = DeploymentReports.cursor(one);
                if (one.timing() == ReportTiming.OUTSIDE || one.match() == ReportMatch.OTHER) {
                    found.add(one);
                    if (found.size() == KeyPage.size()) {
                        next = cursor;
                        break;
                    }
                }
            }
            if (chunk.size() < CHUNK) {
                break;
            }
            next = (looked >= MOST) ? cursor : next;
        }
        List<UnplacedReport> unplaced = from.isEmpty()
                ? this.unplaced.unplaced(period.since(), period.until(), CompletenessManagement.SHOWN) : List.of();
        return new Found(found, looked, next, unplaced,
                followUps(Kind.REPORT, found.stream().map(ReportedDeployment::id).toList()),
                followUps(Kind.EVENT, unplaced.stream().map(UnplacedReport::id).toList()));
    }

    private Map<Long, List<FollowUp>> followUps(Kind kind, List<Long> things) {
        return things.isEmpty() ? Map.of()
                : Clause.of("select * from unauthorised_follow_ups")
                    .where(Clause.equal("kind", kind).and(Clause.in("thing", things)))
                    .append(" order by id")
                    .on(this.jdbc)
                    .query(FollowUp.class)
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(FollowUp::thing));
    }

    /**
     * Says what was done about one. Refuses everybody but release managers and change
     * authorities, an unknown report with a {@code NotFoundException}, a missing or
     * meaningless text, and a link to no release and no change.
     * @param link key of a release or number of a change; may be empty
     */
    @PreAuthorize(WRITERS)
    public void followUp(Kind kind, long thing, String text, String link) {
        @Nullable String release = release(kind, thing);
        InputCheck check = new InputCheck();
        String done = check.required("text", text, LONGEST, "audit.report.follow-up.missing");
        check.meaningful("text", done);
        String named = check.optional("link", link, LONGEST_LINK).toUpperCase(Locale.ROOT);
        check.refuseIf(!named.isEmpty() && !exists(named), "link", "audit.report.follow-up.unknown", named);
        check.finish();
        Act act = this.journal.act();
        Clause
            .insert("unauthorised_follow_ups", "kind", kind, "thing", thing, "text", done, "link",
                    named.isEmpty() ? null : named, "written_by", act.by(), "written_at", act.at())
            .on(this.jdbc)
            .update();
        JournalEntry entry = JournalEntry
            .of("deployment.followed-up", (kind == Kind.REPORT) ? "reported-deployment" : "event", Long.toString(thing))
            .because(done)
            .with(named.isEmpty() ? Map.of() : Map.of("link", named));
        this.journal.record((release != null) ? entry.release(release) : entry);
    }

    private @Nullable String release(Kind kind, long thing) {
        String statement = (kind == Kind.REPORT) ? "select release_key from reported_deployments where id = :id"
                : "select '' from received_events where id = :id";
        String release = this.jdbc.sql(statement)
            .param("id", thing)
            .query(String.class)
            .optional()
            .orElseThrow(() -> new NotFoundException("event", Long.toString(thing)));
        return release.isEmpty() ? null : release;
    }

    private boolean exists(String link) {
        return this.jdbc.sql("""
                select exists (select 1 from releases where release_key = :link)
                    or exists (select 1 from change_records where number = :link)""")
            .param("link", link)
            .query(Boolean.class)
            .single();
    }

    /**
     * What was deployed without leave.
     *
     * @param found at most a page
     * @param looked how many reports were looked at for it
     * @param next where the next page begins; null if all were looked at
     * @param unplaced what tools told of no release; with the first page only
     * @param followUps what was done about the first, by their numbers
     * @param unplacedFollowUps what was done about those of no release
     */
    public record Found(List<ReportedDeployment> found, int looked, @Nullable String next,
            List<UnplacedReport> unplaced, Map<Long, List<FollowUp>> followUps,
            Map<Long, List<FollowUp>> unplacedFollowUps) {

        /** Whether there is nothing. */
        public boolean none() {
            return this.found.isEmpty() && this.next == null && this.unplaced.isEmpty();
        }

        /** How many of those shown wait for somebody to say what was done. */
        public long open() {
            return this.found.size() - this.followUps.size() + this.unplaced.size() - this.unplacedFollowUps.size();
        }

    }

}
