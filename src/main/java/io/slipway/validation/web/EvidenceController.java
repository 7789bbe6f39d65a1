package io.slipway.validation.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.slipway.file.FileName;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.Json;
import io.slipway.ui.Download;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Times;
import io.slipway.ui.form.Choice;
import io.slipway.ui.form.FormErrors;
import io.slipway.validation.evidence.EvidenceAttachment;
import io.slipway.validation.evidence.EvidenceDelivery;
import io.slipway.validation.evidence.EvidenceManagement;
import io.slipway.validation.evidence.TestLevel;
import io.slipway.validation.report.ReportFormat;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
 * One piece of evidence with all that is kept of it, and the form that records a test
 * done by hand.
 */
@Controller
@Navigation(Navigation.Section.RELEASES)
@RequestMapping("/releases/{key}/evidence")
class EvidenceController {

    private static final String RECORDERS = "hasAnyAuthority('build-engineer', 'test-manager')";

    private final EvidenceManagement evidence;

    private final ReleaseManagement releases;

    private final Times times;

    private final Messages messages;

    private final Clock clock;

    EvidenceController(EvidenceManagement evidence, ReleaseManagement releases, Times times, Messages messages,
            Clock clock) {
        this.evidence = evidence;
        this.releases = releases;
        this.times = times;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/{id:\\d{1,18}}")
    ModelAndView one(@PathVariable String key, @PathVariable long id) {
        return new ModelAndView("validation/evidence", "release", this.releases.get(key)).addObject("one",
                this.evidence.get(key, id));
    }

    @GetMapping("/{id:\\d{1,18}}/original")
    ResponseEntity<Resource> original(@PathVariable String key, @PathVariable long id) {
        return Download.of("evidence-" + id + ".txt", this.evidence.original(key, id));
    }

    @GetMapping("/{id:\\d{1,18}}/attachments/{number:\\d{1,4}}")
    ResponseEntity<Resource> attachment(@PathVariable String key, @PathVariable long id, @PathVariable int number) {
        EvidenceAttachment file = this.evidence.attachment(key, id, number);
        return Download.of(file.name(), file.size(), this.evidence.content(file));
    }

    @PreAuthorize(RECORDERS)
    @GetMapping("/new")
    ModelAndView begin(@PathVariable String key) {
        ManualTestForm form = new ManualTestForm("", TestLevel.ACCEPTANCE.id(), "",
                this.times.toInputText(this.clock.instant()), "", List.of(), List.of());
        return form(new ModelAndView("validation/manual-test", "form", form), this.releases.get(key));
    }

    @PreAuthorize(RECORDERS)
    @PostMapping
    ModelAndView record(@PathVariable String key, @ModelAttribute("form") ManualTestForm form, BindingResult errors,
            RedirectAttributes flash) {
        ReleaseDetails release = this.releases.get(key);
        try {
            check(form);
            String ranAt = this.times.parse("ranAt", form.ranAt()).toString();
            this.evidence.deliver(
                    release.key(), new EvidenceDelivery(ReportFormat.MANUAL.id(), form.level(), form.title(),
                            form.environment(), ranAt, form.source(), "", ""),
                    new ByteArrayInputStream(document(form)), form.files());
            this.messages.success(flash, "validation.manual.done");
            return new ModelAndView("redirect:/releases/" + release.key() + "/validation");
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            if (form.hasFiles()) {
                errors.rejectValue("attachment", "validation.attachment.again");
            }
            return form(new ModelAndView("validation/manual-test", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY),
                    release);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void check(ManualTestForm form) {
        InputCheck check = new InputCheck();
        check.refuseIf(form.title().isEmpty(), "title", "validation.manual.title.missing");
        check.refuseIf(form.title().length() > 120, "title", "ui.too-long", 120);
        check.refuseIf(form.filled().isEmpty(), "", "validation.manual.steps.missing");
        for (int i = 0; i < ManualTestForm.STEPS; i++) {
            ManualStepForm step = (form.steps() != null) ? form.steps().get(i) : ManualStepForm.empty();
            String field = "steps[" + i + "].";
            if (!step.isEmpty()) {
                check.refuseIf(step.action().isEmpty(), field + "action", "validation.manual.action.missing", i + 1);
                check.refuseIf(!step.result().matches("passed|failed|skipped"), field + "result",
                        "validation.manual.result.missing", i + 1);
            }
        }
        check.finish();
    }

    private static byte[] document(ManualTestForm form) {
        return Json.text(Map.of("slipwayManualTest", 1, "title", form.title(), "steps",
                form.filled()
                    .stream()
                    .map((step) -> Map.of("action", step.action(), "expected", step.expected(), "actual", step.actual(),
                            "result", step.result(), "severity", step.severity()))
                    .toList()))
            .getBytes(StandardCharsets.UTF_8);
    }

    private ModelAndView form(ModelAndView page, ReleaseDetails release) {
        return page.addObject("release", release)
            .addObject("mostFiles", EvidenceManagement.MOST_ATTACHMENTS)
            .addObject("mostMib", EvidenceManagement.MOST_ATTACHMENT_MIB)
            .addObject("types", FileName.types())
            .addObject("levels",
                    Arrays.stream(TestLevel.values())
                        .map((level) -> new Choice(level.id(), this.messages.text("validation.level." + level.name())))
                        .toList())
            .addObject("results", choices("validation.manual.result.", "passed", "failed", "skipped"))
            .addObject("severities", choices("validation.severity.", "critical", "major", "minor"));
    }

    private List<Choice> choices(String prefix, String... values) {
        return Arrays.stream(values).map((value) -> new Choice(value, this.messages.text(prefix + value))).toList();
    }

}
