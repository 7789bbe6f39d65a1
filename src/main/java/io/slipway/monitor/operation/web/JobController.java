package io.slipway.monitor.operation.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.Choice;
import io.slipway.workflow.Suspensions;
import io.slipway.workflow.job.JobCounts;
import io.slipway.workflow.job.JobDetails;
import io.slipway.workflow.job.JobState;
import io.slipway.workflow.job.Jobs;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Lists failed, retrying and due jobs with the health of the engine, and shows one job.
 */
@Controller
@Navigation(Section.MONITOR)
@RequestMapping("/monitor/jobs")
class JobController {

    private static final Set<Role> RETRIERS = Set.of(Role.RELEASE_MANAGER, Role.DEPLOYMENT_MANAGER, Role.ADMINISTRATOR);

    private final Jobs jobs;

    private final ProcessModels models;

    private final Suspensions suspensions;

    private final CurrentActor currentActor;

    JobController(Jobs jobs, ProcessModels models, Suspensions suspensions, CurrentActor currentActor) {
        this.jobs = jobs;
        this.models = models;
        this.suspensions = suspensions;
        this.currentActor = currentActor;
    }

    @GetMapping
    ModelAndView list(@ModelAttribute("query") JobQuery query) {
        JobCounts counts = this.jobs.counts();
        return new ModelAndView("monitor/jobs").addObject("state", JobQuery.id(query.chosen()))
            .addObject("tabs", tabs(query, counts))
            .addObject("filter", query.filter())
            .addObject("models", models())
            .addObject("page", this.jobs.list(query.filter(), query.from()))
            .addObject("matching",
                    query.filter().narrowed() ? this.jobs.count(query.filter()) : counts.of(query.chosen()))
            .addObject("most", Jobs.MOST_AT_ONCE)
            .addObject("cap", Jobs.MOST_COUNTED)
            .addObject("health", this.jobs.health())
            .addObject("retries", query.chosen() != JobState.DUE && retries());
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String id) {
        JobDetails details = this.jobs.get(id);
        ModelAndView page = new ModelAndView("monitor/job").addObject("job", details.job())
            .addObject("attempts", details.attempts())
            .addObject("retries", details.job().failed() && retries());
        if (details.job().release() != null) {
            page.addObject("suspension", this.suspensions.of(details.job().release()).orElse(null));
        }
        if (actor().has(Role.ADMINISTRATOR)) {
            page.addObject("trace", this.jobs.stackTrace(id));
        }
        return page;
    }

    private static List<JobTab> tabs(JobQuery query, JobCounts counts) {
        return Arrays.stream(JobState.values())
            .map((state) -> new JobTab(JobQuery.id(state), query.address(state), counts.of(state),
                    state == query.chosen()))
            .toList();
    }

    /** The models by name, each once. */
    private List<Choice> models() {
        return this.models.all()
            .stream()
            .filter(ModelVersion::latest)
            .sorted(Comparator.comparing(ModelVersion::name))
            .map((model) -> new Choice(model.process(), model.name()))
            .toList();
    }

    private boolean retries() {
        return RETRIERS.stream().anyMatch(actor()::has);
    }

    private Actor actor() {
        return this.currentActor.get();
    }

}
