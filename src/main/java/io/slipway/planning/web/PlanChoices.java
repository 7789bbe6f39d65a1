package io.slipway.planning.web;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.identity.Role;
import io.slipway.input.InputProblem;
import io.slipway.planning.ItemProposals;
import io.slipway.planning.editor.DeploymentPart;
import io.slipway.planning.plan.Channel;
import io.slipway.planning.plan.DependencyKind;
import io.slipway.planning.plan.PlanParts;
import io.slipway.planning.plan.PlanStep;
import io.slipway.planning.wave.CheckKind;
import io.slipway.planning.wave.StepKind;
import io.slipway.ui.Messages;
import io.slipway.ui.form.Choice;
import io.slipway.ui.form.Pick;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Offers the templates of plans what can be chosen in their fields.
 */
@Component("planChoices")
class PlanChoices {

    private static final Pattern WAVE = Pattern.compile("waves\\[([0-9]+)]");

    private final Messages words;

    private final ItemProposals proposals;

    PlanChoices(Messages words, ItemProposals proposals) {
        this.words = words;
        this.proposals = proposals;
    }

    /** The items that a plan of these services ought to think of, but for the chosen. */
    public List<Pick> proposed(@Nullable List<String> services, @Nullable List<String> chosen) {
        return this.proposals.of((services != null) ? services : List.of(), (chosen != null) ? chosen : List.of())
            .stream()
            .map((one) -> new Pick(one.item().key(), one.item().name(),
                    this.words.text("planning.proposed." + one.why())))
            .toList();
    }

    public PlanStep[] steps() {
        return PlanStep.values();
    }

    /** The step in which a field stands; the last look for what is in none. */
    public String step(String field) {
        Matcher row = WAVE.matcher(field);
        if (row.lookingAt()) {
            return DeploymentPart.ALL + "-" + (Integer.parseInt(row.group(1)) + 1);
        }
        return PlanParts.step(field).map(PlanStep::id).orElse(PlanSteps.CHECK);
    }

    /** Where a field stands on its page. */
    public String anchor(String field) {
        return WAVE.matcher(field).replaceFirst("wave").replace("wave.steps[", "wave.rows[");
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

    /** What a step can be. */
    public StepKind[] stepKinds() {
        return StepKind.values();
    }

    /** Where a check has its readings from. */
    public CheckKind[] checkKinds() {
        return CheckKind.values();
    }

    /** Who can do a step. */
    public List<Choice> stepRoles() {
        return Arrays.stream(Role.values())
            .filter(Role::works)
            .map((role) -> new Choice(role.id(), this.words.text("identity.role." + role.id())))
            .toList();
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

}
