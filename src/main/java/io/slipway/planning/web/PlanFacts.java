package io.slipway.planning.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.planning.AmendmentManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.PlanManagement;
import io.slipway.planning.collision.PlannedTimeFact;
import io.slipway.planning.editor.WaveDrawing;
import io.slipway.planning.editor.WaveDrawings;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanChange;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.planning.web.PlanRounds.Vote;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Messages;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What decides on a plan: why this person is asked, what the policy says, the planned
 * time, what changed, how the others judged.
 */
@Component
class PlanFacts {

    private static final int MOST_NAMED = 5;

    private final CurrentPlans plans;

    private final PlanManagement management;

    private final AmendmentManagement amendments;

    private final PlanRounds rounds;

    private final PlannedTimeFact time;

    private final PersonDirectory people;

    private final WaveDrawings drawings;

    private final Messages words;

    PlanFacts(CurrentPlans plans, PlanManagement management, AmendmentManagement amendments, PlanRounds rounds,
            PlannedTimeFact time, PersonDirectory people, WaveDrawings drawings, Messages words) {
        this.plans = plans;
        this.management = management;
        this.amendments = amendments;
        this.rounds = rounds;
        this.time = time;
        this.people = people;
        this.drawings = drawings;
        this.words = words;
    }

    List<DecidingFact> toApprove(ReleaseDetails release, WorkItem item) {
        List<DecidingFact> facts = new ArrayList<>();
        facts.add(this.time.of(release));
        PlanPolicy policy = this.plans.of(release).policy();
        if (policy != null) {
            facts.add(risk(release, release.type(), policy));
        }
        facts.add(waves(release, this.plans.of(release).plan()));
        changes(release, facts);
        rejection(release, facts);
        facts.add(votes(release, item));
        facts.add(why(item.role(), policy));
        return facts;
    }

    /** What the author of a plan ought to know before it is submitted. */
    List<DecidingFact> toComplete(ReleaseDetails release) {
        List<DecidingFact> facts = new ArrayList<>();
        facts.add(this.time.of(release));
        facts.add(risk(release, release.type(), this.management.preview(release)));
        rejection(release, facts);
        return facts;
    }

    /** The same of a plan as it is being typed. */
    List<DecidingFact> toComplete(ReleaseDetails release, Plan draft) {
        List<DecidingFact> facts = new ArrayList<>();
        facts.add(this.time.of(release.key(), draft));
        facts.add(risk(release, draft.scope().type(), this.management.preview(draft)));
        rejection(release, facts);
        return facts;
    }

    /**
     * In which waves, how long against what is planned, and from where on there is no way
     * back.
     */
    private DecidingFact waves(ReleaseDetails release, Plan plan) {
        String link = "/releases/" + release.key() + "/plan";
        DeploymentModel model = plan.scope().model();
        if (plan.deployment().waves().isEmpty()) {
            return (model == DeploymentModel.BIG_BANG) ? fact(Weight.NOTE, "waves.label", say("waves.none"), link)
                    : fact(Weight.WARN, "waves.label",
                            say("waves.none.model", this.words.text("release.model." + model)), link);
        }
        WaveDrawing drawing = this.drawings.of(plan);
        List<String> said = new ArrayList<>();
        said.add((drawing.window() != null)
                ? say("waves.window", drawing.waves().size(), drawing.steps(), drawing.lengthText(),
                        drawing.windowText())
                : say("waves", drawing.waves().size(), drawing.steps(), drawing.lengthText()));
        named("waves.no-return", drawing.noReturn(), said);
        named("waves.no-way-back", drawing.noWayBack(), said);
        Weight weight = drawing.tooLong() ? Weight.BAD
                : (drawing.noReturn().isEmpty() && drawing.noWayBack().isEmpty()) ? Weight.NOTE : Weight.WARN;
        return fact(weight, "waves.label", String.join(" ", said), link);
    }

    private void named(String key, List<String> steps, List<String> said) {
        if (!steps.isEmpty()) {
            String more = (steps.size() > MOST_NAMED) ? ", +" + (steps.size() - MOST_NAMED) : "";
            said.add(say(key, steps.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more));
        }
    }

    private DecidingFact risk(ReleaseDetails release, ReleaseType type, PlanPolicy policy) {
        String asks = say("policy", say("risk." + policy.risk()), this.words.text("release.type." + type),
                say(policy.windowRequired() ? "policy.window" : "policy.no-window"),
                say(policy.reviewRequired() ? "policy.review" : "policy.no-review"), policy.supportDays());
        return fact(policy.risk().weight(), "policy.label", asks, "/releases/" + release.key() + "/plan");
    }

    private void changes(ReleaseDetails release, List<DecidingFact> facts) {
        List<PlanChange> changes = this.amendments.sinceJudged(release);
        if (!changes.isEmpty()) {
            String parts = changes.stream()
                .map((change) -> this.words.text(change.label()))
                .distinct()
                .collect(Collectors.joining(", "));
            facts.add(fact(Weight.WARN, "changes.label", say("changes", parts), null));
        }
    }

    private void rejection(ReleaseDetails release, List<DecidingFact> facts) {
        this.rounds.rejections(release.key())
            .stream()
            .findFirst()
            .ifPresent((last) -> facts.add(fact(Weight.WARN, "rejected.label",
                    say("rejected", this.people.name(last.endedBy()), (last.reason() != null) ? last.reason() : ""),
                    "/tasks/" + last.id())));
    }

    private DecidingFact votes(ReleaseDetails release, WorkItem item) {
        List<Vote> votes = this.rounds.votes(release);
        List<String> given = votes.stream()
            .filter((vote) -> vote.item() != null)
            .map((vote) -> this.people.name(vote.approver()) + " (" + role(vote.role()) + ")")
            .toList();
        List<String> open = votes.stream()
            .filter((vote) -> vote.item() == null)
            .map((vote) -> (vote.approver() != null)
                    ? this.people.name(vote.approver()) + " (" + role(vote.role()) + ")" : role(vote.role()))
            .toList();
        String reason = given.isEmpty() ? say("votes.none", String.join(", ", open))
                : say("votes", String.join(", ", given), String.join(", ", open));
        return fact(Weight.NOTE, "votes.label", reason, "/releases/" + item.businessKey() + "/plan");
    }

    private DecidingFact why(Role role, @Nullable PlanPolicy policy) {
        boolean asked = policy != null && policy.approvals().stream().anyMatch((rule) -> rule.role() == role);
        return fact(Weight.NOTE, "why.label", say(asked ? "why.policy" : "why.plan", role(role)), null);
    }

    private String role(Role role) {
        return this.words.text("identity.role." + role.id());
    }

    private DecidingFact fact(Weight weight, String label, String reason, @Nullable String link) {
        return new DecidingFact(weight, say(label), reason, link);
    }

    private String say(String key, Object... arguments) {
        return this.words.text("planning.decide." + key, arguments);
    }

}
