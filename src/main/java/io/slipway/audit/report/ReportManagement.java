package io.slipway.audit.report;

import java.util.Map;
import java.util.TreeMap;

import io.slipway.audit.AuditEntry;
import io.slipway.audit.AuditManagement;
import io.slipway.audit.RecordSearch;
import io.slipway.audit.report.UnauthorisedChanges.Found;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;

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

    private final AuditManagement audit;

    private final UnauthorisedChanges unauthorised;

    private final Journal journal;

    ReportManagement(AuditManagement audit, UnauthorisedChanges unauthorised, Journal journal) {
        this.audit = audit;
        this.unauthorised = unauthorised;
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
    public Found unauthorised(ReportPeriod period, String from) {
        read("unauthorised", period, "", from);
        return this.unauthorised.find(period, from);
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

}
