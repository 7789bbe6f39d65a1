package io.slipway.release.web;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.input.NotFoundException;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.page.ReleaseEssential;
import io.slipway.release.page.ReleasePart;
import io.slipway.release.page.ReleaseSection;
import io.slipway.release.page.ReleaseTab;
import io.slipway.sql.ReadOnce;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.PageContent;
import io.slipway.workflow.Standstill;
import io.slipway.workflow.Suspensions;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of one release: how it stands and what comes next, and a tab for each feature
 * that knows something of it.
 */
@Controller
@Navigation(Section.RELEASES)
@RequestMapping("/releases/{key}")
class ReleaseController {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final ReleaseManagement releases;

    private final WorkItems workItems;

    private final Suspensions suspensions;

    private final List<ReleaseSection> sections;

    private final List<ReleasePart> parts;

    private final List<ReleaseEssential> essentials;

    private final ReleaseNow now;

    private final ReadOnce once;

    ReleaseController(ReleaseManagement releases, WorkItems workItems, Suspensions suspensions,
            List<ReleaseSection> sections, List<ReleasePart> parts, List<ReleaseEssential> essentials, ReleaseNow now,
            ReadOnce once) {
        this.releases = releases;
        this.workItems = workItems;
        this.suspensions = suspensions;
        this.sections = sections.stream().sorted(Comparator.comparingInt(ReleaseSection::order)).toList();
        this.parts = List.copyOf(parts);
        this.essentials = List.copyOf(essentials);
        this.now = now;
        this.once = once;
    }

    @GetMapping
    ModelAndView overview(@PathVariable String key) {
        return this.once.during(() -> overview(this.releases.get(key)));
    }

    private ModelAndView overview(ReleaseDetails release) {
        ModelAndView page = page(release, "overview").addObject("checklist", this.releases.checklist(release))
            .addObject("essentials",
                    this.essentials.stream()
                        .map((one) -> Map.of("label", one.label(), "text", one.text(release)))
                        .toList());
        page.addObject("now", this.now.sentence(release));
        List<ReleasePart> shown = this.parts.stream().filter((part) -> part.concerns(release)).toList();
        shown.forEach((part) -> PageContent.add(page, part.content(release)));
        Map<Boolean, List<String>> places = shown.stream()
            .collect(Collectors.partitioningBy(ReleasePart::aside,
                    Collectors.mapping(ReleasePart::template, Collectors.toList())));
        return page.addObject("parts", places.get(false)).addObject("asides", places.get(true));
    }

    @GetMapping("/{section}")
    ModelAndView section(@PathVariable String key, @PathVariable String section,
            @RequestParam(defaultValue = "") String from) {
        ReleaseDetails release = this.releases.get(key);
        ReleaseSection asked = this.sections.stream()
            .filter((one) -> one.id().equals(section))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("page", release.key() + "/" + section));
        return PageContent.add(page(release, asked.id()).addObject("template", asked.template()),
                asked.content(release, from));
    }

    @GetMapping("/checklist.yaml")
    ResponseEntity<String> checklist(@PathVariable String key) {
        ReleaseDetails release = this.releases.get(key);
        ContentDisposition download = ContentDisposition.attachment()
            .filename(release.key() + "-checklist.yaml")
            .build();
        return ResponseEntity.ok()
            .contentType(YAML)
            .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
            .body(this.once.during(() -> this.releases.checklistYaml(release)));
    }

    private ModelAndView page(ReleaseDetails release, String current) {
        Standstill standstill = this.suspensions.standstill(release.key());
        List<WorkItem> next = this.workItems.openOf(release.key());
        Map<ReleaseTab, List<String>> tabs = this.sections.stream()
            .collect(Collectors.groupingBy((one) -> ReleaseTab.of(one.order()), () -> new EnumMap<>(ReleaseTab.class),
                    Collectors.mapping(ReleaseSection::id, Collectors.toList())));
        return new ModelAndView("release/details", "release", release).addObject("phases", Phase.values())
            .addObject("next", next)
            .addObject("suspension", standstill.suspension())
            .addObject("engineSince", standstill.engineSince())
            .addObject("tabs", tabs)
            .addObject("current", current);
    }

}
