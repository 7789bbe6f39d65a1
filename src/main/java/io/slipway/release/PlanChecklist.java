package io.slipway.release;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * The checklist items that the release itself knows: its plan's approval, its early life
 * support, and the CMDB's update, which stays pending until the release has been
 * reviewed.
 */
@Component
class PlanChecklist implements ChecklistSource {

    @Override
    public List<ChecklistFact> facts(ReleaseDetails release) {
        return List.of(plan(release), configuration(release), support(release));
    }

    private static ChecklistFact plan(ReleaseDetails release) {
        ReleasePlan plan = release.plan();
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
        boolean services = !release.plan().services().isEmpty();
        return new ChecklistFact(
                ChecklistItem.SACM_UPDATE, services, services
                        ? "The configuration manager confirms the records of " + release.plan().services().size()
                                + " services after the deployment."
                        : "The plan names no service whose records to update.");
    }

    private static ChecklistFact support(ReleaseDetails release) {
        ReleasePlan plan = release.plan();
        boolean scheduled = plan.supportDays() > 0 && plan.plannedEnd() != null;
        return new ChecklistFact(ChecklistItem.EARLY_LIFE_SUPPORT, scheduled,
                scheduled ? "Operations watches it for " + plan.supportDays() + " days after the deployment."
                        : "The plan does not say yet when the deployment ends.");
    }

}
