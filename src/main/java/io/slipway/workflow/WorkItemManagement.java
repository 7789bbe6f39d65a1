package io.slipway.workflow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.identity.Verdict;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.sql.ReadOnce;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything people do with work items, and the one choke point that decides who may:
 * page, API and mail link alike come through here. Acts bring their own transaction and
 * refuse to run inside another one; what they change is journalled.
 */
@Service
public class WorkItemManagement {

    /** The largest number that counts tell exactly. */
    public static final int MOST_COUNTED = 1000;

    /** Where {@link #arrivedSince} stops counting. */
    public static final int MOST_ANNOUNCED = 99;

    private final WorkItemRows rows;

    private final WorkItemSearch search;

    private final WorkItemRules rules;

    private final WorkItemActs acts;

    private final WorkItemGuides guides;

    private final WorkItemRebuild rebuild;

    private final Suspensions suspensions;

    private final CurrentActor currentActor;

    private final ReadOnce once;

    WorkItemManagement(WorkItemRows rows, WorkItemSearch search, WorkItemRules rules, WorkItemActs acts,
            WorkItemGuides guides, WorkItemRebuild rebuild, Suspensions suspensions, CurrentActor currentActor,
            ReadOnce once) {
        this.rows = rows;
        this.search = search;
        this.rules = rules;
        this.acts = acts;
        this.guides = guides;
        this.rebuild = rebuild;
        this.suspensions = suspensions;
        this.currentActor = currentActor;
        this.once = once;
    }

    /**
     * Finds a work item, open or ended.
     * @param id the work item's id
     * @return the work item; refuses with a {@code NotFoundException} if there is none
     */
    public WorkItem get(String id) {
        return this.rows.find(id).orElseThrow(() -> new NotFoundException("task", id));
    }

    /**
     * The open work items of a release, oldest first.
     * @param businessKey key of the release
     * @return at most 500 open work items
     */
    public List<WorkItem> openOf(String businessKey) {
        return this.once.of("open work items", businessKey, () -> this.rows.of(businessKey, WorkItemState.OPEN));
    }

    /**
     * Open work items of a role that fall due in a period, the next due first.
     * @param role the role
     * @param after begin of the period, UTC
     * @param afterId id of the last work item read that is due at its begin; empty for
     * the first batch
     * @param until end of the period, UTC
     * @param most how many to read
     * @return at most that many
     */
    public List<WorkItem> due(Role role, Instant after, String afterId, Instant until, int most) {
        return this.rows.due(role.id(), after, afterId, until, most);
    }

    /**
     * The decisions taken on a release, oldest first: its completed work items.
     * @param businessKey key of the release
     * @return at most 500 completed work items
     */
    public List<WorkItem> decisionsOf(String businessKey) {
        return this.once.of("decisions", businessKey, () -> this.rows.of(businessKey, WorkItemState.COMPLETED));
    }

    /**
     * What was asked on a release and taken away again, oldest first.
     * @param businessKey key of the release
     * @return at most 500 cancelled work items
     */
    public List<WorkItem> cancelledOf(String businessKey) {
        return this.rows.of(businessKey, WorkItemState.CANCELLED);
    }

    /**
     * A page of the current actor's list of work items.
     * @param query the view, its filters and where the page begins; a cursor that cannot
     * be read begins at the first page
     * @param zone the actor's time zone, which says when today begins and ends
     * @return the page
     */
    public KeyPage<WorkItem> list(WorkItemQuery query, ZoneId zone) {
        return this.search.list(query, this.currentActor.get(), zone);
    }

    /**
     * How many work items each view has for the current actor. Counting stops at one more
     * than {@link #MOST_COUNTED}, which means "more than".
     * @param zone the actor's time zone, which says when today begins and ends
     * @return the number of each view but {@link WorkItemView#DONE_BY_ME}
     */
    public Map<WorkItemView, Integer> counts(ZoneId zone) {
        return this.search.counts(this.currentActor.get(), zone);
    }

    /**
     * How many open work items that the current actor has or may take have come since an
     * instant, counted up to {@value #MOST_ANNOUNCED} + 1, which means "more".
     * @param since the instant, UTC
     * @return the number
     */
    public int arrivedSince(Instant since) {
        return this.search.arrivedSince(this.currentActor.get(), since, MOST_ANNOUNCED + 1);
    }

    /**
     * What the process model tells a person about a step.
     * @param item the work item
     * @return the guide, of the version of the model that the work item runs on
     */
    public WorkItemGuide guide(WorkItem item) {
        return this.guides.of(item);
    }

    /**
     * Tells what holds the release of a work item.
     * @param item the work item
     * @return who suspended it, when and why; nothing if it is not suspended
     */
    public Optional<Suspension> suspension(WorkItem item) {
        return item.suspended() ? this.suspensions.of(item.businessKey()) : Optional.empty();
    }

    /**
     * Judges whether the current actor may complete a work item: role, assignee, whether
     * the release is suspended, and separation of duties.
     * @param item the work item
     * @return the verdict with its reason
     */
    public Verdict mayComplete(WorkItem item) {
        return this.rules.mayComplete(item, this.currentActor.get());
    }

    /**
     * Judges whether the current actor may assign a work item to somebody: release
     * managers and the assignee may, and who is chosen must hold the role, must not be
     * kept out by separation of duties, and counts once in a decision.
     * @param item the work item
     * @param userName who is to have it
     * @return the verdict with its reason
     */
    public Verdict mayAssign(WorkItem item, String userName) {
        return this.rules.mayAssign(item, this.currentActor.get(), userName);
    }

    /**
     * Completes a work item as the current actor: judges, runs the decision, tells the
     * process, all in one transaction. An unassigned work item is claimed by it. Refuses
     * with {@code DutyConflictException}, {@code NotFoundException},
     * {@link WorkItemConflictException}, {@link ReleaseSuspendedException}, and with
     * {@code InvalidInputException} where a text variable has more than 4,000 characters.
     * What {@code decide} throws passes through.
     * @param id the work item's id
     * @param decide does what the person decided, inside the transaction; it is called
     * again, in a new transaction, when others disturbed the first without ending the
     * work item
     * @return the outcome
     */
    public Outcome complete(String id, Function<WorkItem, Outcome> decide) {
        return this.acts.complete(id, decide);
    }

    /**
     * Takes a work item for the current actor; one that the actor already has stays.
     * Refuses as {@link #complete} does, and with a {@link WorkItemConflictException}
     * when somebody else has it.
     * @param id the work item's id
     */
    public void claim(String id) {
        this.acts.claim(id);
    }

    /**
     * Gives a work item back to all who hold its role. Refuses, with a
     * {@code DutyConflictException}, everybody but release managers and the assignee, and
     * where the model gave the work item to a named person.
     * @param id the work item's id
     */
    public void unclaim(String id) {
        this.acts.unclaim(id);
    }

    /**
     * Assigns a work item. Refuses, with a {@code DutyConflictException} that says why,
     * what {@link #mayAssign} would refuse.
     * @param id the work item's id
     * @param userName who is to have it
     */
    public void assign(String id, String userName) {
        this.acts.assign(id, userName);
    }

    /**
     * Says when its assignee wants to see a work item again. Refuses everybody else with
     * a {@code DutyConflictException}.
     * @param id the work item's id
     * @param at the instant; null for no follow-up
     */
    public void followUp(String id, @Nullable Instant at) {
        this.acts.followUp(id, at);
    }

    /**
     * Tells the processes and open work items of a release its new name, in the caller's
     * transaction.
     * @param businessKey key of the release
     * @param subject the new name
     */
    @Transactional
    public void rename(String businessKey, String subject) {
        this.acts.rename(businessKey, subject);
    }

    /**
     * Makes the open work items of one step more urgent, in the caller's transaction; it
     * completes nothing.
     * @param businessKey key of the release
     * @param form the step's form key, such as {@code release/approve-plan}
     * @return how many there are
     */
    @Transactional
    public int escalate(String businessKey, String form) {
        return this.acts.escalate(businessKey, form);
    }

    /**
     * Keeps people from working on the open work items of a release until the caller's
     * transaction ends; those who are at it finish before.
     * @param businessKey key of the release
     * @return the open work items
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<WorkItem> hold(String businessKey) {
        return this.rows.lockOpenOf(businessKey);
    }

    /**
     * Lets the open work items of a release follow their tasks onto another version of
     * the model, in the caller's transaction.
     * @param businessKey key of the release
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(String businessKey) {
        this.rebuild.follow(this.rows.lockOpenOf(businessKey));
    }

    /**
     * Makes the work items agree with the engine's tasks again, while people go on
     * working. Refuses everybody but administrators with an
     * {@code AccessDeniedException}.
     * @return what was found and mended
     */
    public WorkItemsRebuilt rebuild() {
        if (!this.currentActor.get().has(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Only administrators rebuild work items");
        }
        return this.rebuild.run();
    }

}
