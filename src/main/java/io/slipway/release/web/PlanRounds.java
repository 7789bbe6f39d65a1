package io.slipway.release.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleasePlan;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemManagement;
import io.slipway.workflow.WorkItemState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells how the stakeholders judged the submissions of a plan.
 */
@Component
class PlanRounds {

    private static final String FORM = "release/approve-plan";

    private final WorkItemManagement workItems;

    PlanRounds(WorkItemManagement workItems) {
        this.workItems = workItems;
    }

    /** Every rejection of the plan so far with its reason, the latest first. */
    List<WorkItem> rejections(String key) {
        return judgements(key).filter((item) -> "reject".equals(item.outcome()))
            .sorted(Comparator.comparing(WorkItem::createdAt).reversed())
            .toList();
    }

    /** How each named stakeholder stands to the plan as last submitted. */
    List<Vote> votes(ReleaseDetails release) {
        ReleasePlan plan = release.plan();
        List<WorkItem> round = judgements(release.key())
            .filter((item) -> plan.submittedAt() != null && !item.createdAt().isBefore(plan.submittedAt()))
            .toList();
        return plan.approvers().stream().map((approver) -> vote(approver, round)).toList();
    }

    private Stream<WorkItem> judgements(String key) {
        return this.workItems.decisionsOf(key)
            .stream()
            .filter((item) -> FORM.equals(item.form()) && item.state() == WorkItemState.COMPLETED);
    }

    private static Vote vote(String approver, List<WorkItem> round) {
        return round.stream()
            .filter((item) -> approver.equals(item.endedBy()))
            .findFirst()
            .map((item) -> new Vote(approver, item))
            .orElse(new Vote(approver, null));
    }

    /**
     * How a named stakeholder stands to the plan.
     *
     * @param approver user name
     * @param item the decision; null while there is none
     */
    record Vote(String approver, @Nullable WorkItem item) {

        /** {@code approve}, {@code reject} or {@code open}: the key of its word. */
        public String word() {
            return (this.item != null && this.item.outcome() != null) ? this.item.outcome() : "open";
        }

    }

}
