package io.slipway.inbox.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * Says who may look at a task, and what the pages offer: acts themselves are judged where
 * they are done. A task is open to its role, its assignee, release managers, and auditors
 * to read.
 */
@Component
class TaskAccess {

    private final CurrentActor currentActor;

    private final PersonDirectory people;

    TaskAccess(CurrentActor currentActor, PersonDirectory people) {
        this.currentActor = currentActor;
        this.people = people;
    }

    Actor actor() {
        return this.currentActor.get();
    }

    boolean maySee(WorkItem item) {
        return hasPart(item) || actor().has(Role.AUDITOR) || actor().userName().equals(item.endedBy());
    }

    void requireSight(WorkItem item) {
        if (!maySee(item)) {
            throw new TaskRefusedException(item);
        }
    }

    /** Refuses those who may only read it, whatever they want of it. */
    void requirePart(WorkItem item) {
        if (!hasPart(item)) {
            throw new TaskRefusedException(item);
        }
    }

    /** Whether the person does more with it than read it: auditors change nothing. */
    boolean hasPart(WorkItem item) {
        return item.isFor(actor()) || actor().has(Role.RELEASE_MANAGER) || isAssignee(item);
    }

    /** Tells whether the person may give an open task to somebody. */
    boolean mayAssign(WorkItem item) {
        return item.open() && !item.suspended() && (actor().has(Role.RELEASE_MANAGER) || isAssignee(item));
    }

    boolean isAssignee(WorkItem item) {
        return actor().userName().equals(item.assignee());
    }

    List<PersonSummary> whoCan(WorkItem item) {
        return Stream.of(item.role(), item.escalatedTo())
            .filter(Objects::nonNull)
            .flatMap((role) -> this.people.holding(role).stream())
            .distinct()
            .toList();
    }

}
