package io.slipway.audit.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.slipway.audit.AuditEntry;
import io.slipway.audit.AuditSentences;
import io.slipway.audit.RecordSearch;
import io.slipway.audit.TrailFilters;
import io.slipway.input.KeyPage;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.Times;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * The record to search, for auditors and administrators.
 */
@Controller
@Navigation(Section.AUDIT)
@PreAuthorize(RecordSearch.READERS)
class RecordController {

    private final RecordSearch search;

    private final AuditSentences words;

    private final Times times;

    private final TrailFilters trails;

    RecordController(RecordSearch search, AuditSentences words, Times times, TrailFilters trails) {
        this.search = search;
        this.words = words;
        this.times = times;
        this.trails = trails;
    }

    @GetMapping("/audit")
    String list(@ModelAttribute("filters") RecordFilters filters, Model model) {
        KeyPage<AuditEntry> found = this.search.search(filters.query(this.times, this.trails), filters.cursor());
        model.addAttribute("trail", new KeyPage<>(this.words.acts(found.rows()), found.next()));
        model.addAttribute("actions", named(this.search.actions(), this.words::action));
        model.addAttribute("types", named(this.search.subjectTypes(), this.words::subjectType));
        model.addAttribute("ofRecord", true);
        return "audit/record";
    }

    private static Map<String, String> named(List<String> codes, UnaryOperator<String> words) {
        Map<String, String> named = new LinkedHashMap<>();
        codes.forEach((code) -> named.put(code, words.apply(code)));
        return named;
    }

}
