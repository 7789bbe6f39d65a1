package io.slipway.planning;

import java.util.List;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.checklist.ChecklistFact;
import io.slipway.release.checklist.ChecklistItem;
import io.slipway.release.checklist.ChecklistSource;

import org.springframework.stereotype.Component;

/**
 * The checklist item that planning knows: whether everybody who has to approved the plan.
 */
@Component
class PlanChecklist implements ChecklistSource {

    private final CurrentPlans plans;

    PlanChecklist(CurrentPlans plans) {
        this.plans = plans;
    }

    @Override
    public List<ChecklistFact> facts(ReleaseDetails release) {
        ReleasePlan plan = this.plans.of(release);
        if (plan.approved()) {
            return List.of(ChecklistFact.reached(ChecklistItem.RELEASE_PLAN,
                    "Everybody who had to approved revision " + plan.revision() + "."));
        }
        return List.of((plan.revision() == 0)
                ? ChecklistFact.open(ChecklistItem.RELEASE_PLAN, "draft", "Nobody has submitted the plan yet.")
                : ChecklistFact.open(ChecklistItem.RELEASE_PLAN, "submitted",
                        "Revision " + plan.revision() + " is not approved by all who have to."));
    }

}
