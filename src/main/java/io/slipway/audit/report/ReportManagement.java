package io.slipway.audit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.slipway.audit.AuditEntry;
import io.slipway.audit.AuditManagement;
import io.slipway.audit.RecordSearch;
import io.slipway.deployment.report.DeploymentReports;
import io.slipway.deployment.report.ReportMatch;
import io.slipway.deployment.report.ReportTiming;
import io.slipway.deployment.report.ReportedDeployment;
import io.slipway.deployment.report.UnplacedReports;
import io.slipway.deployment.report.UnplacedReports.UnplacedReport;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people did that an auditor asks for, as the record has it, and what was deployed
 * without anybody's leave. For those who read the record; reading it is recorded.
 */
@Service
@PreAuthorize(RecordSearch.READERS)
public class ReportManagement {

    private static final int CHUNK = 500;

    private static final int MOST = 10000;

    private final AuditManagement audit;

    private final DeploymentReports reports;

    private final UnplacedReports unplaced;

    private final Journal journal;

    ReportManagement(AuditManagement audit, DeploymentReports reports, UnplacedReports unplaced, Journal journal) {
        this.audit = audit;
        this.reports = reports;
        this.unplaced = unplaced;
        this.journal = journal;
    }

    /**
     * What was done of some kind in a period, the latest first.
     * @param actor user name of who did it; empty for anybody
     * @param from the cursor, empty for the first page
     */
    @Transactional
    public KeyPage<AuditEntry> acts(ActsReport report, ReportPeriod period, String actor, String from) {
        read(report.page(), period, actor, from);
        return this.audit.acts(report.actions(), period.since(), period.until(),
                Clause.given("actor", actor).and(report.narrowed()), from);
    }

    /**
     * Deployments that tools reported and that no deployment of the portal explains: at
     * another time, or of something else than the package. The newest first.
     * @param from the cursor, empty for the first page
     */
    @Transactional
    public Unauthorised unauthorised(ReportPeriod period, String from) {
        read("unauthorised", period, "", from);
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
        return new Unauthorised(found, looked, next, from.isEmpty()
                ? this.unplaced.unplaced(period.since(), period.until(), CompletenessManagement.SHOWN) : List.of());
    }

    private void read(String report, ReportPeriod period, String actor, String from) {
        if (from.isEmpty()) {
            Map<String, Object> asked = new TreeMap<>();
            asked.put("since", period.since());
            asked.put("until", period.until());
            if (!actor.isEmpty()) {
                asked.put("actor", actor);
            }
            this.journal.record(JournalEntry.of("report.read", "report", report).with(asked));
        }
    }

    /**
     * What was deployed without leave.
     *
     * @param found at most a page
     * @param looked how many reports were looked at for it
     * @param next where the next page begins; null if all were looked at
     * @param unplaced what tools told of no release; with the first page only
     */
    public record Unauthorised(List<ReportedDeployment> found, int looked, @Nullable String next,
            List<UnplacedReport> unplaced) {

        /** Whether there is nothing. */
        public boolean none() {
            return this.found.isEmpty() && this.next == null && this.unplaced.isEmpty();
        }

    }

}
