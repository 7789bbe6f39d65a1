package io.slipway.deployment.board.web;

import java.util.List;
import java.util.Map;

import io.slipway.deployment.board.RunBoards;
import io.slipway.deployment.board.RunControl;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.FormErrors;

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
 * What is done to a run from its page: each act says what it will do before it is done,
 * and asks for a reason.
 */
@Controller
@Navigation(Section.DEPLOYMENTS)
@RequestMapping("/deployments/runs/{id:\\d{1,18}}")
class RunActController {

    private static final String KEEPER = "hasAuthority('deployment-manager')";

    private static final List<String> ACTS = List.of("halt", "resume", "rebaseline");

    private final RunControl control;

    private final RunBoards boards;

    private final Messages messages;

    RunActController(RunControl control, RunBoards boards, Messages messages) {
        this.control = control;
        this.boards = boards;
        this.messages = messages;
    }

    @PreAuthorize(KEEPER)
    @GetMapping("/{act:[a-z0-9]{1,12}}")
    ModelAndView ask(@PathVariable long id, @PathVariable String act) {
        if (!ACTS.contains(act)) {
            throw new NotFoundException("act", act);
        }
        return page(new ModelAndView("deployment/run-act", "form", new RunActForm("")), id, act);
    }

    @PreAuthorize(KEEPER)
    @PostMapping("/{act:[a-z0-9]{1,12}}")
    ModelAndView act(@PathVariable long id, @PathVariable String act, @ModelAttribute("form") RunActForm form,
            BindingResult errors, RedirectAttributes flash) {
        try {
            perform(id, act, form.reason());
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return page(new ModelAndView("deployment/run-act", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY), id,
                    act);
        }
        this.messages.success(flash, "deployment.board.act." + act + ".done");
        return new ModelAndView("redirect:/deployments/runs/" + id);
    }

    private void perform(long id, String act, String reason) {
        switch (act) {
            case "halt" -> this.control.halt(id, reason);
            case "resume" -> this.control.resume(id, reason);
            case "rebaseline" -> this.control.rebaseline(id, reason);
            default -> throw new NotFoundException("act", act);
        }
    }

    private ModelAndView page(ModelAndView page, long id, String act) {
        return page.addAllObjects(Map.of("board", this.boards.of(id), "act", act));
    }

}
