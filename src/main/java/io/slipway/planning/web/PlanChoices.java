package io.slipway.planning.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.input.InputProblem;
import io.slipway.planning.plan.Channel;
import io.slipway.planning.plan.DependencyKind;
import io.slipway.planning.plan.PlanParts;
import io.slipway.planning.plan.PlanStep;
import io.slipway.ui.Messages;
import io.slipway.ui.form.Choice;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Offers the templates of plans what can be chosen in their fields.
 */
@Component("planChoices")
class PlanChoices {

    private final PersonDirectory people;

    private final CurrentActor currentActor;

    private final Messages words;

    PlanChoices(PersonDirectory people, CurrentActor currentActor, Messages words) {
        this.people = people;
        this.currentActor = currentActor;
        this.words = words;
    }

    public PlanStep[] steps() {
        return PlanStep.values();
    }

    /** The step in which a field stands; the last look for what is in none. */
    public String step(String field) {
        return PlanParts.step(field.replaceAll("\\[.*", "")).map(PlanStep::id).orElse(PlanSteps.CHECK);
    }

    /** What all steps lack. */
    public List<InputProblem> all(List<PlanStepState> steps) {
        return steps.stream().flatMap((step) -> step.problems().stream()).toList();
    }

    public String words(InputProblem problem) {
        return this.words.text(problem.code(), problem.arguments());
    }

    public DependencyKind[] kinds() {
        return DependencyKind.values();
    }

    public Channel[] channels() {
        return Channel.values();
    }

    public AnnouncementRow.Unit[] units() {
        return AnnouncementRow.Unit.values();
    }

    public AnnouncementRow.When[] sides() {
        return AnnouncementRow.When.values();
    }

    /** The roles in which somebody has a say in releases, by name. */
    public List<String> roles() {
        return Arrays.stream(Role.values())
            .filter((role) -> role != Role.AUDITOR && role != Role.ADMINISTRATOR)
            .map(Role::id)
            .toList();
    }

    /**
     * The people who may be asked to approve a plan: every stakeholder but its author,
     * and whom the form names although they no longer are one.
     * @param chosen user names of the form's approvers
     */
    public List<Choice> approvers(@Nullable List<String> chosen) {
        String author = this.currentActor.get().userName();
        List<Choice> stakeholders = this.people.holding(Role.STAKEHOLDER)
            .stream()
            .filter((person) -> !person.userName().equals(author))
            .map(PlanChoices::choice)
            .toList();
        Stream<Choice> former = ((chosen != null) ? chosen : List.<String>of()).stream()
            .filter((name) -> stakeholders.stream().noneMatch((choice) -> choice.value().equals(name)))
            .map((name) -> new Choice(name, this.people.name(name)));
        return Stream.concat(stakeholders.stream(), former).toList();
    }

    private static Choice choice(PersonSummary person) {
        return new Choice(person.userName(), person.fullName());
    }

}
