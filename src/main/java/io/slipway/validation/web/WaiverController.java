package io.slipway.validation.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.permit.PermitManagement;
import io.slipway.permit.PermitRequest;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Times;
import io.slipway.ui.form.Choice;
import io.slipway.ui.form.FormErrors;
import io.slipway.validation.gate.Gate;
import io.slipway.validation.gate.GateManagement;
import io.slipway.validation.gate.GateWords;

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
 * The form that asks for a waiver, and the button that takes one back.
 */
@Controller
@Navigation(Navigation.Section.RELEASES)
@PreAuthorize("hasAnyAuthority('release-manager', 'test-manager')")
@RequestMapping("/releases/{key}/waivers")
class WaiverController {

    private static final Duration USUAL = Duration.ofDays(30);

    private final PermitManagement permits;

    private final GateManagement gates;

    private final GateWords words;

    private final ReleaseManagement releases;

    private final Times times;

    private final Messages messages;

    private final Clock clock;

    WaiverController(PermitManagement permits, GateManagement gates, GateWords words, ReleaseManagement releases,
            Times times, Messages messages, Clock clock) {
        this.permits = permits;
        this.gates = gates;
        this.words = words;
        this.releases = releases;
        this.times = times;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView begin(@PathVariable String key) {
        ReleaseDetails release = this.releases.get(key);
        List<String> stopping = this.gates.of(release).stoppingValidation().stream().map(Gate::fact).toList();
        String expiry = this.times.toInputText(this.clock.instant().plus(USUAL));
        return form(new ModelAndView("validation/waiver-new", "form", new WaiverForm(stopping, "", "", expiry)),
                release);
    }

    @PostMapping
    ModelAndView request(@PathVariable String key, @ModelAttribute("form") WaiverForm form, BindingResult errors,
            RedirectAttributes flash) {
        ReleaseDetails release = this.releases.get(key);
        try {
            InputCheck check = new InputCheck();
            PermitRequest asked = form.asked(release.key(), this.times, check);
            check.finish(() -> this.permits.request(asked));
            return done("validation.waiver.requested.done", release.key(), flash);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return form(new ModelAndView("validation/waiver-new", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY),
                    release);
        }
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable String key, RedirectAttributes flash) {
        ReleaseDetails release = this.releases.get(key);
        this.permits.takeBack(GateManagement.WAIVER, release.key());
        return done("validation.waiver.withdrawn.done", release.key(), flash);
    }

    private ModelAndView form(ModelAndView page, ReleaseDetails release) {
        List<Gate> stopping = this.gates.of(release).stoppingValidation();
        return page.addObject("release", release)
            .addObject("choices",
                    stopping.stream().map((gate) -> new Choice(gate.fact(), this.words.line(List.of(gate)))).toList());
    }

    private ModelAndView done(String code, String key, RedirectAttributes flash) {
        this.messages.success(flash, code, key);
        return new ModelAndView("redirect:/releases/" + key + "/validation");
    }

}
