package io.slipway.deployment.board.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.board.BoardLayout;
import io.slipway.deployment.board.RunBoard;
import io.slipway.deployment.board.RunBoards;
import io.slipway.deployment.rollback.RollbackDeadline;
import io.slipway.deployment.rollback.RollbackDeadlines;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.sql.ReadOnce;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.live.Live;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;

/**
 * The runs, and the page of each: as it was opened, what of it changes, and its steps on
 * paper. Everybody who is signed in reads them.
 */
@Controller
@Navigation(Section.DEPLOYMENTS)
@RequestMapping("/deployments/runs")
class RunController {

    private static final int RUNNING = 50;

    private final RunBoards boards;

    private final RollbackDeadlines deadlines;

    private final CurrentActor currentActor;

    private final Messages messages;

    private final Live live;

    private final ReadOnce once;

    private final Clock clock;

    RunController(RunBoards boards, RollbackDeadlines deadlines, CurrentActor currentActor, Messages messages,
            Live live, ReadOnce once, Clock clock) {
        this.boards = boards;
        this.deadlines = deadlines;
        this.currentActor = currentActor;
        this.messages = messages;
        this.live = live;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String from) {
        return new ModelAndView("deployment/runs", Map.of("running",
                from.isEmpty() ? this.boards.running(RUNNING) : List.of(), "page", this.boards.ended(from)));
    }

    @GetMapping("/{id:\\d{1,18}}")
    ModelAndView show(@PathVariable long id, @RequestParam(defaultValue = "") String wave) {
        return this.once.during(() -> {
            this.boards.seen(id);
            String tag = tag(id, wave);
            return drawn("deployment/run", this.boards.of(id), wave, tag).addObject("asOf", this.live.asOf());
        });
    }

    /** What of the page changes; nothing while it is what the page has. */
    @GetMapping("/{id:\\d{1,18}}/live")
    @Nullable ModelAndView live(@PathVariable long id, @RequestParam(defaultValue = "") String wave, WebRequest request,
            HttpServletResponse response) {
        return this.once.during(() -> {
            this.boards.seen(id);
            String tag = tag(id, wave);
            return this.live.unchanged(request, response, tag) ? null
                    : drawn("deployment/_run :: live", this.boards.of(id), wave, tag);
        });
    }

    /** All steps, to tick on paper where the network is down. */
    @GetMapping("/{id:\\d{1,18}}/checklist")
    ModelAndView checklist(@PathVariable long id) {
        return this.once.during(() -> new ModelAndView("deployment/run-checklist", "board", this.boards.of(id)));
    }

    private String tag(long id, String wave) {
        return this.live.tag(this.boards.stamp(id), wave, this.currentActor.get().has(Role.DEPLOYMENT_MANAGER));
    }

    private ModelAndView drawn(String view, RunBoard board, String wave, String tag) {
        List<String> open = new ArrayList<>(board.open());
        if (!wave.isEmpty() && !open.contains(wave)) {
            open.add(wave);
        }
        Instant now = this.clock.instant();
        RollbackDeadline deadline = this.deadlines.of(board.head().id());
        return new ModelAndView(view, "board", board).addObject("open", open)
            .addObject("wave", wave)
            .addObject("tag", tag)
            .addObject("messages", this.boards.messages(board.head().id()))
            .addObject("deadline", deadline)
            .addObject("tooLate", deadline.passed(now))
            .addObject("readings", this.boards.readings(board.head()))
            .addObject("logs", this.boards.logs(board.head()))
            .addObject("acts", this.currentActor.get().has(Role.DEPLOYMENT_MANAGER))
            .addObject("summary", summary(board))
            .addObject("chart",
                    BoardLayout.of(board, open, now, deadline.at(), LocaleContextHolder.getTimeZone().toZoneId()));
    }

    private String summary(RunBoard board) {
        return this.messages.text("deployment.board.summary", board.current().planned().name(),
                board.waves().indexOf(board.current()) + 1, board.waves().size(), board.doneCount(), board.stepCount());
    }

}
