package io.slipway.monitor.web;

import io.slipway.sql.ReadOnce;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.live.Live;
import io.slipway.workflow.model.ModelVersion;
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
 * The page of one version of a model: what waits where, on its diagram and as a table,
 * and the releases there.
 */
@Controller
@Navigation(Section.MONITOR)
@RequestMapping("/monitor/models/{process}/{version}")
class ModelController {

    private final ModelPages pages;

    private final ModelDiagrams diagrams;

    private final Live live;

    private final ReadOnce once;

    ModelController(ModelPages pages, ModelDiagrams diagrams, Live live, ReadOnce once) {
        this.pages = pages;
        this.diagrams = diagrams;
        this.live = live;
        this.once = once;
    }

    @GetMapping
    ModelAndView show(@PathVariable String process, @PathVariable int version,
            @RequestParam(defaultValue = "") String element, @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String plane, @RequestParam(defaultValue = "") String from) {
        ModelAddress address = new ModelAddress(process, version, element, state, plane);
        return this.once.during(() -> {
            ModelPage page = this.pages.page(address, from);
            ModelVersion model = page.model();
            return drawn("monitor/model", page).addObject("versions", this.diagrams.versions(model.process()))
                .addObject("callers", this.diagrams.callers(model))
                .addObject("asOf", this.live.asOf());
        });
    }

    /** What of the page changes; nothing while it is what the page has. */
    @GetMapping("/live")
    @Nullable ModelAndView live(@PathVariable String process, @PathVariable int version,
            @RequestParam(defaultValue = "") String element, @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String plane, @RequestParam(defaultValue = "") String from,
            WebRequest request, HttpServletResponse response) {
        ModelAddress address = new ModelAddress(process, version, element, state, plane);
        return this.once.during(() -> {
            ModelPage page = this.pages.page(address, from);
            return this.live.unchanged(request, response, this.pages.tag(page)) ? null
                    : drawn("monitor/_model :: live", page);
        });
    }

    private ModelAndView drawn(String view, ModelPage page) {
        ModelAndView shown = new ModelAndView(view, "page", page).addObject("tag", this.pages.tag(page));
        this.pages.drawing(page).ifPresent((drawing) -> shown.addObject("drawing", drawing));
        return shown;
    }

}
