package io.slipway.inbox.web;

import java.util.List;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.workflow.WorkItem;
import org.springframework.stereotype.Component;

/**
 * Says who may look at a task and who may handle it: its role, its assignee, release
 * managers, and auditors to read. Whether a person may decide it is judged elsewhere.
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
        return mayHandle(item) || actor().has(Role.AUDITOR) || isAssignee(item)
                || actor().userName().equals(item.endedBy());
    }

    /** Tells whether the person may assign it to somebody and set dates. */
    boolean mayHandle(WorkItem item) {
        return actor().has(item.role()) || actor().has(Role.RELEASE_MANAGER);
    }

    /** Tells whether the person may leave a comment: auditors change nothing. */
    boolean mayComment(WorkItem item) {
        return mayHandle(item) || isAssignee(item);
    }

    boolean isAssignee(WorkItem item) {
        return actor().userName().equals(item.assignee());
    }

    List<PersonSummary> whoCan(WorkItem item) {
        return this.people.holding(item.role());
    }

}
