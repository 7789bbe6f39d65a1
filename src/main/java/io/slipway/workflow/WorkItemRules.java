package io.slipway.workflow;

import java.util.Optional;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.identity.SeparationOfDuties;
import io.slipway.identity.Verdict;
import io.slipway.ui.Messages;

import org.springframework.stereotype.Component;

/**
 * Says who may do what with a work item, and if not, why: that a token decides nothing,
 * role, assignee, whether the release is suspended, separation of duties, in this order.
 */
@Component
public class WorkItemRules {

    private final SeparationOfDuties duties;

    private final PersonDirectory people;

    private final WorkItemRows rows;

    private final Suspensions suspensions;

    private final CurrentActor currentActor;

    private final Messages messages;

    WorkItemRules(SeparationOfDuties duties, PersonDirectory people, WorkItemRows rows, Suspensions suspensions,
            CurrentActor currentActor, Messages messages) {
        this.duties = duties;
        this.people = people;
        this.rows = rows;
        this.suspensions = suspensions;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    /**
     * Judges whether the current actor may complete a work item, or take it: role,
     * assignee, whether the release is suspended, and separation of duties.
     * @return the verdict with its reason
     */
    public Verdict mayComplete(WorkItem item) {
        Actor actor = this.currentActor.get();
        if (actor.byToken() && (item.duty() == null || !item.duty().automatable())) {
            return deny("token-decides-nothing", "workflow.refused.token");
        }
        if (!item.isFor(actor)) {
            return deny("role", "workflow.refused.role", role(item.role()));
        }
        if (item.assignee() != null && !item.assignee().equals(actor.userName()) && !handedUpTo(item, actor)) {
            return deny("assignee", "workflow.refused.assignee", this.people.name(item.assignee()));
        }
        Verdict verdict = running(item);
        return verdict.allowed() ? judge(item, actor.userName()) : verdict;
    }

    /** The next level need not wait for whoever has it and is late. */
    private static boolean handedUpTo(WorkItem item, Actor actor) {
        return item.escalatedTo() != null && actor.has(item.escalatedTo());
    }

    /** A work item that the model gave to a named person stays with a person. */
    Verdict mayUnclaim(WorkItem item) {
        if (item.named()) {
            return deny("named-person", "workflow.refused.named");
        }
        return mayHandle(item);
    }

    /**
     * Judges whether the current actor may assign a work item to somebody: release
     * managers and the assignee may, and who is chosen must hold the role, must not be
     * kept out by separation of duties, and counts once in a decision.
     * @return the verdict with its reason
     */
    public Verdict mayAssign(WorkItem item, String userName) {
        Verdict verdict = mayHandle(item);
        if (verdict.allowed()) {
            verdict = running(item);
        }
        if (!verdict.allowed()) {
            return verdict;
        }
        Optional<PersonSummary> person = this.people.find(userName).filter(PersonSummary::enabled);
        if (person.isEmpty()) {
            return deny("unknown-person", "workflow.refused.unknown", userName);
        }
        if (!person.get().roles().contains(item.role())) {
            return deny("role", "workflow.refused.assign.role", person.get().fullName(), role(item.role()));
        }
        if (item.decision() != null && this.rows.decides(item, userName)) {
            return deny("counts-once", "workflow.refused.assign.twice", person.get().fullName());
        }
        Verdict duty = judge(item, userName);
        return duty.allowed() ? duty : Verdict.deny(duty.policy(),
                this.messages.text("workflow.refused.assign.duty", person.get().fullName(), duty.reason()));
    }

    Verdict mayFollowUp(WorkItem item) {
        Actor actor = this.currentActor.get();
        if (!actor.byToken() && actor.userName().equals(item.assignee())) {
            return Verdict.permit();
        }
        return deny("assignee", "workflow.refused.follow-up");
    }

    private Verdict mayHandle(WorkItem item) {
        Actor actor = this.currentActor.get();
        if (actor.byToken()) {
            return deny("token-decides-nothing", "workflow.refused.token");
        }
        if (actor.has(Role.RELEASE_MANAGER) || actor.userName().equals(item.assignee())) {
            return Verdict.permit();
        }
        return deny("handling", "workflow.refused.handle", role(Role.RELEASE_MANAGER));
    }

    /** Nobody does anything with the tasks of a suspended release. */
    private Verdict running(WorkItem item) {
        if (!item.suspended()) {
            return Verdict.permit();
        }
        return this.suspensions.of(item.businessKey())
            .map(this.suspensions::refusal)
            .map((refusal) -> deny("suspended", refusal.code(), refusal.arguments()))
            .orElseGet(Verdict::permit);
    }

    private Verdict judge(WorkItem item, String userName) {
        if (item.duty() == null) {
            return Verdict.permit();
        }
        return this.duties.judge(item.businessKey(), item.duty(), item.decision(), userName);
    }

    private Verdict deny(String policy, String code, Object... arguments) {
        return Verdict.deny(policy, this.messages.text(code, arguments));
    }

    private String role(Role role) {
        return this.messages.text("identity.role." + role.id());
    }

}
