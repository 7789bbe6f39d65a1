package io.slipway.monitor.web;

import io.slipway.sql.ReadOnce;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.live.Live;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the monitor lands on: the spine with the releases on it.
 */
@Controller
@Navigation(Section.MONITOR)
@RequestMapping("/monitor")
class SpineController {

    private final SpinePages pages;

    private final Live live;

    private final ReadOnce once;

    SpineController(SpinePages pages, Live live, ReadOnce once) {
        this.pages = pages;
        this.live = live;
        this.once = once;
    }

    @GetMapping
    ModelAndView show() {
        return this.once.during(() -> drawn("monitor/spine", this.pages.page()).addObject("asOf", this.live.asOf()));
    }

    /** What of the page changes; nothing while it is what the page has. */
    @GetMapping("/live")
    @Nullable ModelAndView live(WebRequest request, HttpServletResponse response) {
        return this.once.during(() -> {
            SpinePage page = this.pages.page();
            return this.live.unchanged(request, response, this.pages.tag(page)) ? null
                    : drawn("monitor/_spine :: live", page);
        });
    }

    private ModelAndView drawn(String view, SpinePage page) {
        ModelAndView shown = new ModelAndView(view, "page", page).addObject("totals", page.totals())
            .addObject("tag", this.pages.tag(page));
        this.pages.drawing(page).ifPresent((drawing) -> shown.addObject("drawing", drawing));
        return shown;
    }

}
