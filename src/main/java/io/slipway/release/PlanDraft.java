package io.slipway.release;

import java.time.Instant;
import java.util.List;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import org.jspecify.annotations.Nullable;

/**
 * What the release manager writes into a plan: the command to save or submit it. Texts
 * may be empty while the plan is only saved. Instants are UTC.
 *
 * @param name name of the release
 * @param type how far it reaches
 * @param model how it reaches production
 * @param scope what is delivered and what is not
 * @param services the services it touches
 * @param plannedStart when the deployment shall begin
 * @param plannedEnd when it shall be done
 * @param rollbackCriteria the conditions under which it is backed out
 * @param rollbackPlan the steps that restore the former baseline
 * @param communicationPlan who is told what and when
 * @param supportDays length of early life support in days
 * @param approvers user names of the stakeholders who must approve
 */
public record PlanDraft(String name, ReleaseType type, DeploymentModel model, String scope, List<String> services,
        @Nullable Instant plannedStart, @Nullable Instant plannedEnd, String rollbackCriteria, String rollbackPlan,
        String communicationPlan, int supportDays, List<String> approvers) {

    /**
     * The draft as a release's plan now stands.
     * @param release the release
     * @return a draft that would change nothing
     */
    public static PlanDraft of(ReleaseDetails release) {
        ReleasePlan plan = release.plan();
        return new PlanDraft(release.name(), release.type(), release.model(), plan.scope(), plan.services(),
                plan.plannedStart(), plan.plannedEnd(), plan.rollbackCriteria(), plan.rollbackPlan(),
                plan.communicationPlan(), plan.supportDays(), plan.approvers());
    }

}
