package io.slipway.monitor.operation.web;

import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.FormErrors;
import io.slipway.workflow.Suspensions;
import io.slipway.workflow.operation.MovePreview;
import io.slipway.workflow.operation.TokenMoves;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Moves a token in three steps: which token, where it may go, and what will happen.
 */
@Controller
@Navigation(Section.MONITOR)
@RequestMapping("/monitor/releases/{key}/operations/move")
@PreAuthorize("hasAuthority('release-manager')")
class MoveController {

    private final ReleaseManagement releases;

    private final TokenMoves moves;

    private final Suspensions suspensions;

    private final Messages messages;

    MoveController(ReleaseManagement releases, TokenMoves moves, Suspensions suspensions, Messages messages) {
        this.releases = releases;
        this.moves = moves;
        this.suspensions = suspensions;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String key, @ModelAttribute("form") MoveForm form) {
        ReleaseDetails release = this.releases.get(key);
        if (form.token().isEmpty()) {
            return page("monitor/move", release).addObject("tokens", this.moves.tokens(release.key()));
        }
        if (form.to().isEmpty()) {
            return page("monitor/move-target", release).addObject("options",
                    this.moves.options(release.key(), form.token()));
        }
        return confirm(page("monitor/move-confirm", release), release, form);
    }

    @PostMapping
    ModelAndView move(@PathVariable String key, @ModelAttribute("form") MoveForm form, BindingResult errors,
            RedirectAttributes flash) {
        ReleaseDetails release = this.releases.get(key);
        MovePreview preview = this.moves.preview(release.key(), form.token(), form.to());
        try {
            this.moves.move(release.key(), form.token(), form.to(), form.reason());
            this.messages.success(flash, "operation.move.done", release.key(), preview.token().name(),
                    preview.target().name());
            return new ModelAndView("redirect:/monitor/releases/" + release.key() + "/operations");
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            ModelAndView page = page("monitor/move-confirm", release).addAllObjects(errors.getModel());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return confirm(page, release, form);
        }
    }

    private ModelAndView confirm(ModelAndView page, ReleaseDetails release, MoveForm form) {
        return page.addObject("preview", this.moves.preview(release.key(), form.token(), form.to()));
    }

    private ModelAndView page(String view, ReleaseDetails release) {
        return new ModelAndView(view, "release", release).addObject("suspension",
                this.suspensions.of(release.key()).orElse(null));
    }

}
