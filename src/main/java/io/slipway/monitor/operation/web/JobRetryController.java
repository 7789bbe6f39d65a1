package io.slipway.monitor.operation.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormErrors;
import io.slipway.workflow.job.JobRetry;
import io.slipway.workflow.job.JobSummary;
import io.slipway.workflow.job.Jobs;
import io.slipway.workflow.operation.OperationConflictException;
import io.slipway.workflow.operation.Operations;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Has one failed job, several or all that a filter finds tried again, after saying what
 * will happen. Each is its own operation, and one refused does not stop the others.
 */
@Controller
@Navigation(Section.MONITOR)
@RequestMapping("/monitor/jobs/retry")
@PreAuthorize("hasAnyAuthority('release-manager', 'deployment-manager', 'administrator')")
class JobRetryController {

    private static final Pattern SEEN = Pattern.compile("([\\w-]{1,64})\\.(\\d{1,9})");

    private final Jobs jobs;

    private final JobRetry retry;

    private final Times times;

    private final Messages messages;

    JobRetryController(Jobs jobs, JobRetry retry, Times times, Messages messages) {
        this.jobs = jobs;
        this.retry = retry;
        this.times = times;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView ask(@RequestParam(name = "job", required = false) @Nullable List<String> ids,
            @RequestParam(required = false) @Nullable String all, JobQuery query, RedirectAttributes flash) {
        List<JobSummary> chosen = (all != null) ? this.jobs.first(query.filter()) : find(ids);
        if (chosen.isEmpty()) {
            flash.addFlashAttribute("problem", this.messages.text("operation.retry.none"));
            return new ModelAndView("redirect:/monitor/jobs");
        }
        return page(new ModelAndView("monitor/job-retry", "form", new RetryForm(null, "", "", "")), chosen);
    }

    @PostMapping
    ModelAndView retry(@ModelAttribute("form") RetryForm form, BindingResult errors, RedirectAttributes flash) {
        try {
            InputCheck check = new InputCheck();
            Instant at = form.now() ? null : check.read(() -> time(form));
            String reason = check.finish(() -> Operations.reason(form.reason()));
            return form.jobs().size() == 1 ? one(form.jobs().get(0), at, reason, flash)
                    : each(form.jobs(), at, reason, flash);
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
        }
        List<JobSummary> chosen = find(form.jobs());
        if (chosen.isEmpty()) {
            throw new OperationConflictException("operation.retry.gone");
        }
        return page(new ModelAndView("monitor/job-retry", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY), chosen);
    }

    private Instant time(RetryForm form) {
        if (form.at().isEmpty()) {
            throw new InvalidInputException("at", "operation.retry.at.missing");
        }
        return this.retry.judge(this.times.parse("at", form.at()));
    }

    private ModelAndView one(String seen, @Nullable Instant at, String reason, RedirectAttributes flash) {
        flash.addFlashAttribute("success", act(seen, at, reason));
        return new ModelAndView("redirect:/monitor/jobs");
    }

    private ModelAndView each(List<String> seen, @Nullable Instant at, String reason, RedirectAttributes flash) {
        List<OperationResult> results = new ArrayList<>();
        for (String one : seen.stream().distinct().limit(Jobs.MOST_AT_ONCE).toList()) {
            Optional<JobSummary> job = find(List.of(one)).stream().findFirst();
            String label = job.map(JobRetryController::label).orElse(this.messages.text("operation.retry.one-gone"));
            String address = job.map((found) -> "/monitor/jobs/" + found.id()).orElse("/monitor/jobs");
            try {
                results.add(new OperationResult(label, address, true, act(one, at, reason)));
            }
            catch (OperationConflictException ex) {
                results.add(new OperationResult(label, address, false, this.messages.text(ex.code(), ex.arguments())));
            }
            catch (InvalidInputException ex) {
                results.add(new OperationResult(label, address, false, this.messages.text(ex.code(), ex.arguments())));
            }
        }
        flash.addFlashAttribute("results", results);
        return new ModelAndView("redirect:/monitor/jobs");
    }

    private String act(String seen, @Nullable Instant at, String reason) {
        Matcher parts = SEEN.matcher(seen);
        if (!parts.matches()) {
            throw new OperationConflictException("operation.retry.gone");
        }
        String label = find(List.of(seen)).stream().findFirst().map(JobRetryController::label).orElse("");
        this.retry.retry(parts.group(1), Integer.parseInt(parts.group(2)), at, reason);
        return (at == null) ? this.messages.text("operation.retry.done.now", label)
                : this.messages.text("operation.retry.done.at", label, this.times.shown(at));
    }

    private List<JobSummary> find(@Nullable List<String> ids) {
        return (ids == null) ? List.of()
                : ids.stream()
                    .distinct()
                    .limit(Jobs.MOST_AT_ONCE)
                    .flatMap((id) -> this.jobs.find(id.replaceFirst("\\..*", "")).stream())
                    .toList();
    }

    private static String label(JobSummary job) {
        return (job.release() != null) ? job.name() + " · " + job.release() : job.name();
    }

    private ModelAndView page(ModelAndView page, List<JobSummary> chosen) {
        return page.addObject("chosen", chosen)
            .addObject("most", Jobs.MOST_AT_ONCE)
            .addObject("furthest", JobRetry.FURTHEST.toDays());
    }

}
