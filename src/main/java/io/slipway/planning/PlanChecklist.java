package io.slipway.planning;

import java.util.List;

import io.slipway.release.ChecklistFact;
import io.slipway.release.ChecklistItem;
import io.slipway.release.ChecklistSource;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseStatus;

import org.springframework.stereotype.Component;

/**
 * The checklist items that the release itself knows: its plan's approval, its early life
 * support, and the CMDB's update, which stays pending until the release has been
 * reviewed.
 */
@Component
class PlanChecklist implements ChecklistSource {

    private final CurrentPlans plans;

    PlanChecklist(CurrentPlans plans) {
        this.plans = plans;
    }

    @Override
    public List<ChecklistFact> facts(ReleaseDetails release) {
        return List.of(plan(this.plans.of(release)), configuration(release), support(release));
    }

    private static ChecklistFact plan(ReleasePlan plan) {
        String why = "Nobody has submitted the plan yet.";
        if (plan.approved()) {
            why = "Everybody who had to approved revision " + plan.revision() + ".";
        }
        else if (plan.revision() > 0) {
            why = "Revision " + plan.revision() + " is not approved by all who have to.";
        }
        return new ChecklistFact(ChecklistItem.RELEASE_PLAN, plan.approved(), why);
    }

    private static ChecklistFact configuration(ReleaseDetails release) {
        if (release.status() == ReleaseStatus.CANCELLED) {
            return new ChecklistFact(ChecklistItem.SACM_UPDATE, false,
                    "The release was cancelled: there is nothing to bring up to date.");
        }
        if (!release.open()) {
            return new ChecklistFact(ChecklistItem.SACM_UPDATE, true,
                    "The configuration records were confirmed at the review.");
        }
        boolean services = !release.services().isEmpty();
        return new ChecklistFact(
                ChecklistItem.SACM_UPDATE, services, services
                        ? "The configuration manager confirms the records of " + release.services().size()
                                + " services after the deployment."
                        : "The plan names no service whose records to update.");
    }

    private static ChecklistFact support(ReleaseDetails release) {
        boolean scheduled = release.supportDays() > 0 && release.plannedEnd() != null;
        return new ChecklistFact(ChecklistItem.EARLY_LIFE_SUPPORT, scheduled,
                scheduled ? "Operations watches it for " + release.supportDays() + " days after the deployment."
                        : "The plan does not say yet when the deployment ends.");
    }

}
