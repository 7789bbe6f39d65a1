package io.slipway.monitor.web;

import java.util.List;
import java.util.Optional;

import io.slipway.input.NotFoundException;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.page.ReleaseSection;
import io.slipway.sql.ReadOnce;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.PageContent;
import io.slipway.ui.live.Live;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;

/**
 * The process of one release: where it is, what it waits for, the path that it took, and
 * the processes that it called, on the versions that ran.
 */
@Controller
@Navigation(Section.MONITOR)
@RequestMapping("/monitor/releases/{key}")
class ReleaseProcessController {

    /**
     * The tab of the release page that is printed with the diagram, where there is one.
     */
    private static final String TIMELINE = "timeline";

    private final ReleaseManagement releases;

    private final RunPages pages;

    private final RunDrawings drawings;

    private final List<ReleaseSection> sections;

    private final Live live;

    private final ReadOnce once;

    ReleaseProcessController(ReleaseManagement releases, RunPages pages, RunDrawings drawings,
            List<ReleaseSection> sections, Live live, ReadOnce once) {
        this.releases = releases;
        this.pages = pages;
        this.drawings = drawings;
        this.sections = List.copyOf(sections);
        this.live = live;
        this.once = once;
    }

    @GetMapping
    ModelAndView show(@PathVariable String key, @RequestParam(defaultValue = "") String run,
            @RequestParam(defaultValue = "") String element, @RequestParam(defaultValue = "") String plane) {
        return this.once.during(() -> {
            ReleaseDetails release = this.releases.get(key);
            return drawn("monitor/process", this.pages.page(new RunAddress(release.key(), run, element, plane)))
                .addObject("release", release)
                .addObject("asOf", this.live.asOf());
        });
    }

    /** What of the page changes; nothing while it is what the page has. */
    @GetMapping("/live")
    @Nullable ModelAndView live(@PathVariable String key, @RequestParam(defaultValue = "") String run,
            @RequestParam(defaultValue = "") String element, @RequestParam(defaultValue = "") String plane,
            WebRequest request, HttpServletResponse response) {
        return this.once.during(() -> {
            RunPage page = this.pages.page(new RunAddress(key, run, element, plane))
                .orElseThrow(() -> new NotFoundException("release", key));
            return this.live.unchanged(request, response, this.pages.tag(page)) ? null
                    : drawn("monitor/_process :: live", Optional.of(page));
        });
    }

    /** Diagram and timeline on one page, for paper. */
    @GetMapping("/print")
    ModelAndView print(@PathVariable String key, @RequestParam(defaultValue = "") String run) {
        return this.once.during(() -> {
            ReleaseDetails release = this.releases.get(key);
            ModelAndView page = drawn("monitor/print", this.pages.page(new RunAddress(release.key(), run, "", "")))
                .addObject("release", release);
            this.sections.stream()
                .filter((section) -> section.id().equals(TIMELINE))
                .findFirst()
                .ifPresent((timeline) -> PageContent.add(page.addObject("timelineTemplate", timeline.template()),
                        timeline.content(release, "")));
            return page;
        });
    }

    private ModelAndView drawn(String view, Optional<RunPage> page) {
        ModelAndView shown = new ModelAndView(view);
        page.ifPresent((found) -> {
            shown.addObject("page", found).addObject("tag", this.pages.tag(found));
            this.drawings.of(found.run(), found.address()).ifPresent((drawing) -> shown.addObject("drawing", drawing));
        });
        return shown;
    }

}
