package io.slipway.planning.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.slipway.approval.Seat;
import io.slipway.identity.Role;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.PlanManagement;
import io.slipway.planning.ReleasePlan;
import io.slipway.release.ReleaseDetails;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemState;
import io.slipway.workflow.WorkItems;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells how the submissions of a plan were judged, and who still has to.
 */
@Component
class PlanRounds {

    private static final String FORM = "planning/approve-plan";

    private final WorkItems workItems;

    private final PlanManagement plans;

    private final CurrentPlans current;

    PlanRounds(WorkItems workItems, PlanManagement plans, CurrentPlans current) {
        this.workItems = workItems;
        this.plans = plans;
        this.current = current;
    }

    /** Every rejection of the plan so far with its reason, the latest first. */
    List<WorkItem> rejections(String key) {
        return judgements(key).filter((item) -> "reject".equals(item.outcome()))
            .sorted(Comparator.comparing(WorkItem::createdAt).reversed())
            .toList();
    }

    /**
     * How each approval of the plan as last submitted stands; of a plan that nobody
     * judges now, those that it would need.
     */
    List<Vote> votes(ReleaseDetails release) {
        ReleasePlan plan = this.current.of(release);
        List<WorkItem> given = judgements(release.key())
            .filter((item) -> plan.submittedAt() != null && !item.createdAt().isBefore(plan.submittedAt()))
            .toList();
        List<WorkItem> open = this.workItems.openOf(release.key())
            .stream()
            .filter((item) -> FORM.equals(item.form()))
            .toList();
        if (given.isEmpty() && open.isEmpty()) {
            return this.plans.seats(release)
                .stream()
                .map((seat) -> new Vote(seat.role(), seat.person(), null))
                .toList();
        }
        return Stream.concat(given.stream(), open.stream()).map(Vote::of).toList();
    }

    /** The approvals among some votes, each with who gave it. */
    static List<Seat> given(List<Vote> votes) {
        return votes.stream()
            .filter((vote) -> "approve".equals(vote.word()))
            .map((vote) -> new Seat(vote.role(), vote.approver()))
            .toList();
    }

    private Stream<WorkItem> judgements(String key) {
        return this.workItems.decisionsOf(key)
            .stream()
            .filter((item) -> FORM.equals(item.form()) && item.state() == WorkItemState.COMPLETED);
    }

    /**
     * One approval of the plan.
     *
     * @param approver user name of who gave it or has to; null for anybody who holds the
     * role
     * @param item the decision; null while there is none
     */
    record Vote(Role role, @Nullable String approver, @Nullable WorkItem item) {

        static Vote of(WorkItem item) {
            return item.open() ? new Vote(item.role(), item.assignee(), null)
                    : new Vote(item.role(), item.endedBy(), item);
        }

        /** {@code approve}, {@code reject} or {@code open}: the key of its word. */
        public String word() {
            return (this.item != null && this.item.outcome() != null) ? this.item.outcome() : "open";
        }

    }

}
