package io.slipway.audit.pack.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.slipway.audit.AuditAct;
import io.slipway.audit.AuditEntry;
import io.slipway.audit.AuditKinds;
import io.slipway.audit.AuditSentence;
import io.slipway.audit.AuditSentences;
import io.slipway.audit.chain.SealedRecord.Extract;
import io.slipway.audit.pack.chapter.Chapter;
import io.slipway.audit.pack.report.ReportWords.Line;
import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Times;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/**
 * Writes the readable report of a pack.
 */
@Component
public class PackReport {

    /** So many acts are printed; a release has some hundred. */
    private static final int PRINTED = 1000;

    private final ReportWords words;

    private final AuditSentences sentences;

    private final AuditKinds kinds;

    private final Times times;

    private final ITemplateEngine templates;

    PackReport(ReportWords words, AuditSentences sentences, AuditKinds kinds, Times times, ITemplateEngine templates) {
        this.words = words;
        this.sentences = sentences;
        this.kinds = kinds;
        this.times = times;
        this.templates = templates;
    }

    /** The rows of a trail in words, those of one act together. */
    public List<AuditAct> acts(List<AuditEntry> trail) {
        return this.sentences.acts(trail);
    }

    /**
     * The report as a page that needs nothing else: no script, no other file.
     * @param diagram the spine with the path taken, as SVG; null leaves it out
     */
    public String html(ReleaseDetails release, List<Chapter> chapters, List<AuditAct> trail, Extract extract,
            @Nullable String diagram) {
        return page(release, chapters, trail, extract, diagram, 0);
    }

    /**
     * The same to be printed: nobody reads hundreds of pages on paper, and laying them
     * out takes longer than all else. What is left of the trail is told in the other
     * files.
     */
    public String print(ReleaseDetails release, List<Chapter> chapters, List<AuditAct> trail, Extract extract) {
        int printed = Math.min(trail.size(), PRINTED);
        return page(release, chapters, trail.subList(0, printed), extract, null, trail.size() - printed);
    }

    private String page(ReleaseDetails release, List<Chapter> chapters, List<AuditAct> trail, Extract extract,
            @Nullable String diagram, int left) {
        Context page = new Context(Locale.ENGLISH);
        page.setVariable("release", release);
        page.setVariable("asOf", this.times.utcText(extract.lastAt()));
        page.setVariable("sections", chapters.stream().map(this.words::section).toList());
        page.setVariable("trail", trail.stream().map(this::told).toList());
        page.setVariable("left", left);
        page.setVariable("extract", extract);
        page.setVariable("diagram", diagram);
        return this.templates.process("audit/pack/_report", page);
    }

    /** The trail as text, each act in its lines. */
    public String trail(List<AuditAct> trail) {
        StringBuilder text = new StringBuilder();
        for (Told act : trail.stream().map(this::told).toList()) {
            text.append(act.at()).append("  ").append(act.text()).append('\n');
            act.more().forEach((line) -> text.append("    ").append(line.replace("\n", "\n    ")).append('\n'));
        }
        return text.toString();
    }

    /** The way that the release took, as text. */
    public String path(List<Chapter> chapters) {
        StringBuilder text = new StringBuilder();
        chapters.stream()
            .filter((chapter) -> chapter.id().equals("process"))
            .flatMap((chapter) -> this.words.section(chapter).lines().stream())
            .flatMap((line) -> line.blocks().stream())
            .forEach((run) -> {
                run.forEach((line) -> path(line, text));
                text.append('\n');
            });
        return text.toString();
    }

    private static void path(Line line, StringBuilder text) {
        if (line.table() == null) {
            text.append(line.label()).append(": ").append(line.text()).append('\n');
        }
        else {
            line.table().rows().forEach((row) -> text.append("  ").append(String.join(" · ", row)).append('\n'));
        }
    }

    private Told told(AuditAct act) {
        AuditSentence lead = act.lead();
        List<String> more = new ArrayList<>();
        if (lead.entry().reason() != null) {
            more.add(lead.entry().reason());
        }
        lead.values().forEach((value) -> more.add(value.text()));
        act.others().forEach((other) -> {
            more.add(other.what() + (other.values().isEmpty() ? "" : ": " + other.details()));
            if (other.entry().reason() != null) {
                more.add(other.entry().reason());
            }
        });
        return new Told(lead.entry().sequence(), this.times.utcText(lead.entry().at()), lead.text(), more);
    }

    /** The trail as data, for {@code release.json}: a row each, with its place. */
    public List<Map<String, Object>> data(List<AuditAct> trail) {
        return trail.stream().flatMap((act) -> act.rows().stream()).map(this::data).toList();
    }

    private Map<String, Object> data(AuditSentence row) {
        AuditEntry entry = row.entry();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("sequence", entry.sequence());
        data.put("at", entry.at());
        data.put("actor", entry.actor());
        data.put("action", entry.action());
        data.put("section", this.kinds.of(entry.action()).section());
        data.put("text", row.text());
        if (entry.reason() != null) {
            data.put("reason", entry.reason());
        }
        if (!entry.oldValues().isEmpty()) {
            data.put("before", entry.oldValues());
        }
        if (!entry.newValues().isEmpty()) {
            data.put("after", entry.newValues());
        }
        return data;
    }

    /**
     * One act of the trail, in words.
     *
     * @param more reasons, values, and what went along with it
     */
    record Told(long sequence, String at, String text, List<String> more) {
    }

}
