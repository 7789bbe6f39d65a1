package io.slipway.workflow;

import java.time.Instant;

import io.slipway.identity.Actor;
import io.slipway.identity.Duty;
import io.slipway.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * One human step that waits for somebody, or was decided: what lists, pages and the
 * history of decisions show. Instants are UTC.
 *
 * @param id the engine's task id, part of the page's address
 * @param process id of the process model, such as {@code PlanReleaseProcess}
 * @param step id of the user task, such as {@code Task_CompletePlan}
 * @param stepName its label, such as {@code Complete plan}
 * @param phase the release's phase in which it lies, such as {@code PLAN}
 * @param role the role that may do it
 * @param assignee user name of who has it, if anybody
 * @param priority 0 to 100, more is more urgent
 * @param dueAt until when it should be done
 * @param followUpAt when its assignee wants to see it again
 * @param createdAt since when it waits
 * @param endedAt when it was completed or cancelled
 * @param endedBy user name of who completed it
 * @param outcome name of the decision, such as {@code approve}
 * @param reason the reason given with the decision
 * @param form form key, {@code feature/step}
 * @param duty the duty that completing it performs, if separation of duties cares
 * @param decision identifies the one decision in which several people each count once
 * @param named whether the model gave it to a person by name, who cannot give it back
 * @param escalatedAt since when it is overdue and was handed up, too
 * @param escalatedTo the role of the next level, which may do it as well since then
 * @param instance the process instance in which it lies; null for what ended before that
 * was kept
 * @param suspended whether its release stands still, so that nobody can work on it
 */
public record WorkItem(String id, String businessKey, String subject, String process, String step, String stepName,
        String phase, Role role, @Nullable String assignee, int priority, Instant dueAt, @Nullable Instant followUpAt,
        Instant createdAt, WorkItemState state, @Nullable Instant endedAt, @Nullable String endedBy,
        @Nullable String outcome, @Nullable String reason, String form, @Nullable Duty duty, @Nullable String decision,
        boolean named, @Nullable Instant escalatedAt, @Nullable Role escalatedTo, @Nullable String instance,
        boolean suspended) {

    /** Whether somebody has a role for it: its own, or that of the next level. */
    public boolean isFor(Actor actor) {
        return actor.has(roleOf(actor));
    }

    /** The role in which somebody would do it. */
    public Role roleOf(Actor actor) {
        return (!actor.has(this.role) && this.escalatedTo != null) ? this.escalatedTo : this.role;
    }

    /** The same work item, handed up as another was. */
    WorkItem escalatedAs(@Nullable WorkItem other) {
        return (other == null) ? this : new WorkItem(this.id, this.businessKey, this.subject, this.process, this.step,
                this.stepName, this.phase, this.role, this.assignee, this.priority, this.dueAt, this.followUpAt,
                this.createdAt, this.state, this.endedAt, this.endedBy, this.outcome, this.reason, this.form, this.duty,
                this.decision, this.named, other.escalatedAt, other.escalatedTo, this.instance, this.suspended);
    }

    /** Whether it belongs to a release. */
    public boolean ofRelease() {
        return isRelease(this.businessKey);
    }

    /**
     * Whether what a process is about is a release: things of another kind have a colon
     * in their key, such as {@code access:7}, which the key of a release never has.
     */
    public static boolean isRelease(String businessKey) {
        return businessKey.indexOf(':') < 0;
    }

    /** Whether it still waits for somebody. */
    public boolean open() {
        return this.state == WorkItemState.OPEN;
    }

}
