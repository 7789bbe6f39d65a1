package io.slipway.change.board.web;

import java.time.Clock;
import java.util.List;

import io.slipway.change.ChangeRegister;
import io.slipway.change.board.MeetingDetails;
import io.slipway.change.board.MeetingDraft;
import io.slipway.change.board.MeetingManagement;
import io.slipway.identity.CurrentActor;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormErrors;
import io.slipway.ui.form.RefusedForm;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The minutes of the board's meetings.
 */
@Controller
@RequestMapping("/changes/meetings")
@Navigation(Section.CHANGES)
class MeetingController {

    private static final String WRITER = "hasAnyAuthority('change-authority', 'release-manager')";

    private static final String PAGE = "redirect:/changes/meetings/{id}";

    private final MeetingManagement meetings;

    private final ChangeRegister changes;

    private final CurrentActor currentActor;

    private final Times times;

    private final Messages messages;

    private final Clock clock;

    MeetingController(MeetingManagement meetings, ChangeRegister changes, CurrentActor currentActor, Times times,
            Messages messages, Clock clock) {
        this.meetings = meetings;
        this.changes = changes;
        this.currentActor = currentActor;
        this.times = times;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String from, Model model) {
        model.addAttribute("page", this.meetings.list(from));
        return "change/meetings";
    }

    @GetMapping("/new")
    @PreAuthorize(WRITER)
    String begin(Model model) {
        return showNew(new MeetingForm(this.times.toInputText(this.clock.instant()),
                List.of(this.currentActor.get().userName()), "", ""), model);
    }

    @PostMapping
    @PreAuthorize(WRITER)
    String record(@ModelAttribute("form") MeetingForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        InputCheck check = new InputCheck();
        MeetingDraft draft = form.toCommand(this.times, check);
        try {
            return done("change.meeting.recorded", check.finish(() -> this.meetings.record(draft)), flash);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
        }
        return showNew(form, model);
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        MeetingDetails meeting = this.meetings.get(id);
        return show(meeting, MeetingForm.of(meeting, this.times), model);
    }

    @PostMapping("/{id:\\d{1,18}}")
    @PreAuthorize(WRITER)
    ModelAndView change(@PathVariable long id, @ModelAttribute("form") MeetingForm form, BindingResult errors,
            Model model, RedirectAttributes flash) {
        InputCheck check = new InputCheck();
        MeetingDraft draft = form.toCommand(this.times, check);
        try {
            check.finish(() -> this.meetings.change(id, form.shownVersion(), draft));
            return new ModelAndView(done("change.meeting.changed", id, flash));
        }
        catch (InvalidInputException ex) {
            if (ex.field().isEmpty()) {
                return refused(ex, id);
            }
            FormErrors.add(errors, ex);
        }
        return new ModelAndView(show(this.meetings.get(id), form, model));
    }

    @PostMapping("/{id:\\d{1,18}}/close")
    @PreAuthorize(WRITER)
    ModelAndView close(@PathVariable long id, RedirectAttributes flash) {
        try {
            this.meetings.close(id);
        }
        catch (InvalidInputException ex) {
            return refused(ex, id);
        }
        return new ModelAndView(done("change.meeting.closed.done", id, flash));
    }

    private String showNew(MeetingForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("up", this.changes.agenda());
        return "change/meeting-new";
    }

    private static String show(MeetingDetails meeting, MeetingForm form, Model model) {
        model.addAttribute("meeting", meeting);
        model.addAttribute("form", form);
        return "change/meeting";
    }

    /** Closed minutes have no form that could show the refusal. */
    private ModelAndView refused(InvalidInputException ex, long id) {
        return RefusedForm.on(this.messages.text(ex.code(), ex.arguments()), "/changes/meetings/{id}", id);
    }

    private String done(String code, long id, RedirectAttributes flash) {
        this.messages.success(flash, code);
        flash.addAttribute("id", id);
        return PAGE;
    }

}
