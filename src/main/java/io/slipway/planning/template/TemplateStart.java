package io.slipway.planning.template;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemSummary;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.PlanManagement;
import io.slipway.planning.plan.Plan;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers releases whose plans begin with a template: all but name, scope and start is
 * filled in. Items that are gone, and people who left or lost their role, are left out.
 */
@Service
@Transactional
public class TemplateStart {

    private final TemplateManagement templates;

    private final ReleaseManagement releases;

    private final PlanManagement plans;

    private final CurrentPlans current;

    private final ConfigurationManagement items;

    private final PersonDirectory people;

    private final CurrentActor currentActor;

    private final Clock clock;

    TemplateStart(TemplateManagement templates, ReleaseManagement releases, PlanManagement plans, CurrentPlans current,
            ConfigurationManagement items, PersonDirectory people, CurrentActor currentActor, Clock clock) {
        this.templates = templates;
        this.releases = releases;
        this.plans = plans;
        this.current = current;
        this.items = items;
        this.people = people;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Registers a release, owned by the current actor, with a plan made from a template.
     * Refuses what {@link ReleaseManagement#register} and {@link PlanManagement#save}
     * refuse, an unknown or retired template, and a start before which it is too late to
     * tell what the template announces.
     * @param start when the deployment shall begin, UTC; it ends after the time that the
     * template's took
     * @return the release's key
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public String register(RegisterRelease command, long id, @Nullable Instant start) {
        PlanTemplate template = this.templates.get(id);
        if (!template.active()) {
            throw new InvalidInputException("", "planning.template.retired");
        }
        TemplateVersion version = this.templates.newest(template);
        String key = this.releases.register(command);
        Plan plan = begin(version.toPlan(), this.current.of(key).plan().scope(), times(start, version.minutes()));
        Instant now = this.clock.instant();
        boolean late = plan.communication()
            .announcements()
            .stream()
            .map((one) -> one.dueAt(plan.times().plannedStart(), plan.times().plannedEnd()))
            .anyMatch((due) -> due != null && due.isBefore(now));
        if (late) {
            throw new InvalidInputException("plannedStart", "planning.template.start.late");
        }
        this.plans.save(key, null, plan);
        this.templates.use(key, template);
        return key;
    }

    private static Plan.Times times(@Nullable Instant start, @Nullable Integer minutes) {
        return new Plan.Times(start,
                (start != null && minutes != null) ? start.plus(Duration.ofMinutes(minutes)) : null, List.of());
    }

    private Plan begin(Plan template, Plan.Scope registered, Plan.Times times) {
        Plan.Scope scope = template.scope();
        Set<String> known = this.items.find(scope.items()).stream().map(ItemSummary::key).collect(Collectors.toSet());
        return new Plan(
                new Plan.Scope(registered.name(), registered.type(), registered.model(), "", registered.services(),
                        scope.items().stream().filter(known::contains).toList(), scope.environment(),
                        scope.schemaChange()),
                times, known(template.deployment()), template.wayBack(), template.communication(), template.support(),
                new Plan.People(
                        template.people()
                            .approvers()
                            .stream()
                            .filter((name) -> holds(name, Role.STAKEHOLDER)
                                    && !name.equals(this.currentActor.get().userName()))
                            .toList(),
                        template.people()
                            .people()
                            .stream()
                            .filter((one) -> holds(one.userName(), one.role()))
                            .toList()));
    }

    /** Steps of people who left or lost their role are for anybody in it. */
    private Plan.Deployment known(Plan.Deployment deployment) {
        return new Plan.Deployment(deployment.waves()
            .stream()
            .map((wave) -> wave.withSteps(wave.steps()
                .stream()
                .map((step) -> (step.person().isEmpty() || holds(step.person(), step.role())) ? step : step.by(""))
                .toList()))
            .toList(), deployment.parallel());
    }

    private boolean holds(String userName, Role role) {
        return this.people.find(userName)
            .filter((person) -> person.enabled() && person.roles().contains(role))
            .isPresent();
    }

}
