package io.slipway.monitor.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import io.slipway.sql.ReadOnce;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.live.Live;
import io.slipway.workflow.state.ModelState;
import io.slipway.workflow.state.ProcessStates;
import io.slipway.workflow.state.ProcessTotals;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;

/**
 * What runs on all models and their versions, the oldest first.
 */
@Controller
@Navigation(Section.MONITOR)
@RequestMapping("/monitor/models")
class OverviewController {

    private static final Comparator<ModelState> OLDEST_FIRST = Comparator.comparing(ModelState::oldest,
            Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

    private final ProcessStates states;

    private final Live live;

    private final ReadOnce once;

    OverviewController(ProcessStates states, Live live, ReadOnce once) {
        this.states = states;
        this.live = live;
        this.once = once;
    }

    @GetMapping
    ModelAndView show() {
        return this.once.during(() -> page("monitor/overview", rows(), this.states.totals()))
            .addObject("asOf", this.live.asOf());
    }

    /** What of the page changes; nothing while it is what the page has. */
    @GetMapping("/live")
    @Nullable ModelAndView live(WebRequest request, HttpServletResponse response) {
        return this.once.during(() -> {
            List<OverviewRow> rows = rows();
            ProcessTotals totals = this.states.totals();
            return this.live.unchanged(request, response, tag(rows, totals)) ? null
                    : page("monitor/_overview :: live", rows, totals);
        });
    }

    private ModelAndView page(String view, List<OverviewRow> rows, ProcessTotals totals) {
        return new ModelAndView(view, "rows", rows).addObject("totals", totals).addObject("tag", tag(rows, totals));
    }

    private List<OverviewRow> rows() {
        return this.states.overview()
            .stream()
            .sorted(OLDEST_FIRST)
            .map((state) -> new OverviewRow(state, ModelAddress.of(state.model()), this.live.ago(state.oldest())))
            .toList();
    }

    /** Of the rows, all but what each element has and the instant of the reading. */
    private String tag(List<OverviewRow> rows, ProcessTotals totals) {
        return this.live.tag(totals,
                rows.stream()
                    .map((row) -> List.of(row.address(), row.state().model().latest(), row.state().running(),
                            row.state().failing(), row.state().retrying(), row.state().overdue(),
                            row.state().suspended(), row.ago()))
                    .toList());
    }

}
