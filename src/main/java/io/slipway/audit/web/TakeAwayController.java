package io.slipway.audit.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.slipway.audit.AuditSentences;
import io.slipway.audit.RecordQuery;
import io.slipway.audit.RecordSearch;
import io.slipway.audit.TrailFilters;
import io.slipway.audit.export.ExportKind;
import io.slipway.audit.export.ExportQuery;
import io.slipway.audit.export.Exports;
import io.slipway.input.InvalidInputException;
import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseStatus;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormText;
import io.slipway.ui.form.RefusedForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What auditors take away: which rows or releases, and in which form. The address of a
 * download is its query.
 */
@Controller
@Navigation(Section.AUDIT)
@PreAuthorize(RecordSearch.READERS)
@RequestMapping("/audit/exports")
class TakeAwayController {

    private static final String PAGE = "/audit/exports";

    private final Exports exports;

    private final RecordSearch search;

    private final ReleaseManagement releases;

    private final AuditSentences codes;

    private final Messages words;

    private final Times times;

    private final TrailFilters trails;

    TakeAwayController(Exports exports, RecordSearch search, ReleaseManagement releases, AuditSentences codes,
            Messages words, Times times, TrailFilters trails) {
        this.exports = exports;
        this.search = search;
        this.releases = releases;
        this.codes = codes;
        this.words = words;
        this.times = times;
        this.trails = trails;
    }

    @GetMapping
    String show(@ModelAttribute("filters") RecordFilters filters,
            @ModelAttribute("population") PopulationFilters population, @RequestParam(defaultValue = "") String export,
            Model model) {
        model.addAttribute("actions", named(this.search.actions(), this.codes::action));
        model.addAttribute("subjects", named(this.search.subjectTypes(), this.codes::subjectType));
        model.addAttribute("services", this.releases.knownServices());
        model.addAttribute("types", ReleaseType.values());
        model.addAttribute("states", ReleaseStatus.values());
        model.addAttribute("kinds", ExportKind.values());
        model.addAttribute("ofRecord", Stream.of(ExportKind.values()).filter(ExportKind::ofRecord).toList());
        model.addAttribute("ofReleases", Stream.of(ExportKind.values()).filter((kind) -> !kind.ofRecord()).toList());
        model.addAttribute("export", export);
        return "audit/exports";
    }

    /** What is no form of an export leads to the page that names them. */
    @GetMapping("/archive")
    @Nullable ModelAndView archive(@ModelAttribute("filters") RecordFilters filters,
            @ModelAttribute("population") PopulationFilters population, @RequestParam(defaultValue = "") String export,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ExportKind> kind = ExportKind.of(FormText.of(export));
        if (kind.isEmpty()) {
            return new ModelAndView("redirect:" + PAGE);
        }
        RecordQuery query = filters.query(this.times, this.trails);
        try {
            this.exports.write(new ExportQuery(kind.get(), query, population.selection(query)), (name) -> {
                response.setContentType("application/zip");
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
                return response.getOutputStream();
            });
            return null;
        }
        catch (InvalidInputException ex) {
            return RefusedForm.at(PAGE + "?" + request.getQueryString(), this.words.text(ex.code(), ex.arguments()));
        }
    }

    private static Map<String, String> named(List<String> codes, UnaryOperator<String> words) {
        Map<String, String> named = new LinkedHashMap<>();
        codes.forEach((code) -> named.put(code, words.apply(code)));
        return named;
    }

}
