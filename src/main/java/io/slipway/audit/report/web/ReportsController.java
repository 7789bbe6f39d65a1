package io.slipway.audit.report.web;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

import io.slipway.audit.AuditEntry;
import io.slipway.audit.AuditSentences;
import io.slipway.audit.RecordSearch;
import io.slipway.audit.report.ActsReport;
import io.slipway.audit.report.ChangeReports;
import io.slipway.audit.report.ReportManagement;
import io.slipway.input.KeyPage;
import io.slipway.policy.PolicyTables;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The reports that auditors ask for.
 */
@Controller
@Navigation(Section.AUDIT)
@PreAuthorize(RecordSearch.READERS)
@RequestMapping("/audit/reports")
class ReportsController {

    private final ReportManagement reports;

    private final ChangeReports changes;

    private final PolicyTables tables;

    private final AuditSentences words;

    private final Clock clock;

    ReportsController(ReportManagement reports, ChangeReports changes, PolicyTables tables, AuditSentences words,
            Clock clock) {
        this.reports = reports;
        this.changes = changes;
        this.tables = tables;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String all() {
        return "audit/report/all";
    }

    @GetMapping("/emergencies")
    String emergencies(@ModelAttribute("asked") ReportFilters asked, Model model) {
        ReportFilters filters = filters(asked, model);
        model.addAttribute("share", this.changes.share(filters.period()));
        model.addAttribute("page", this.changes.emergencies(filters.period(), filters.cursor()));
        return "audit/report/emergencies";
    }

    @GetMapping("/permits")
    String permits(@ModelAttribute("asked") ReportFilters asked, Model model) {
        ReportFilters filters = filters(asked, model);
        model.addAttribute("page", this.changes.permits(filters.period(), filters.cursor()));
        return "audit/report/permits";
    }

    @GetMapping("/standard")
    String standard(@ModelAttribute("asked") ReportFilters asked, Model model) {
        ReportFilters filters = filters(asked, model);
        model.addAttribute("share", this.changes.share(filters.period()));
        model.addAttribute("page", this.changes.standard(filters.period(), filters.cursor()));
        return "audit/report/standard";
    }

    @GetMapping("/unauthorised")
    String unauthorised(@ModelAttribute("asked") ReportFilters asked, Model model) {
        ReportFilters filters = filters(asked, model);
        model.addAttribute("found", this.reports.unauthorised(filters.period(), filters.cursor()));
        return "audit/report/unauthorised";
    }

    @GetMapping("/approvals")
    String approvals(@ModelAttribute("asked") ReportFilters asked, Model model) {
        return acts(ActsReport.APPROVALS, asked, model);
    }

    @GetMapping("/overrides")
    String overrides(@ModelAttribute("asked") ReportFilters asked, Model model) {
        return acts(ActsReport.OVERRIDES, asked, model);
    }

    @GetMapping("/rights")
    String rights(@ModelAttribute("asked") ReportFilters asked, Model model) {
        return acts(ActsReport.RIGHTS, asked, model);
    }

    @GetMapping("/drift")
    String drift(@ModelAttribute("asked") ReportFilters asked, Model model) {
        return acts(ActsReport.DRIFT, asked, model);
    }

    @GetMapping("/rules")
    String rules(@ModelAttribute("asked") ReportFilters asked, Model model) {
        Map<String, Object> versions = new TreeMap<>();
        this.tables.all().forEach((table) -> versions.put(table.key(), this.tables.changes(table.key())));
        model.addAttribute("tables", this.tables.all());
        model.addAttribute("versions", versions);
        return acts(ActsReport.RULES, asked, model);
    }

    private String acts(ActsReport report, ReportFilters asked, Model model) {
        ReportFilters filters = filters(asked, model);
        model.addAttribute("report", report);
        model.addAttribute("ofRecord", true);
        KeyPage<AuditEntry> found = this.reports.acts(report, filters.period(), ReportFilters.text(filters.actor()),
                filters.cursor());
        model.addAttribute("trail", new KeyPage<>(this.words.acts(found.rows()), found.next()));
        return "audit/report/acts";
    }

    private ReportFilters filters(ReportFilters asked, Model model) {
        ReportFilters filters = asked.complete(this.clock);
        model.addAttribute("filters", filters);
        return filters;
    }

}
