package io.slipway.deployment.rollback.web;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.rollback.RollbackManagement;
import io.slipway.deployment.rollback.WayBackFacts;
import io.slipway.planning.CurrentPlans;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager decides what becomes of a rollback that fails: calling for help
 * and declaring an incident leave the decision open.
 */
@StepKey(value = "deployment/decide-on-failed-rollback",
        buttons = { "retry", "escalate", "major-incident", "fix-forward" })
class DecideOnFailedRollbackStep extends RollbackStep {

    private final DeploymentManagement deployments;

    DecideOnFailedRollbackStep(RollbackManagement rollbacks, WayBackFacts facts, CurrentPlans plans,
            DeploymentManagement deployments) {
        super(rollbacks, facts, plans);
        this.deployments = deployments;
    }

    @Override
    public Outcome complete(WorkItem item, RollbackAnswer form) {
        String key = item.businessKey();
        switch (form.outcome()) {
            case "escalate" -> rollbacks().escalate(key, form.reason());
            case "major-incident" -> rollbacks().declareIncident(key, form.reason());
            case "fix-forward" -> {
                this.deployments.fixForward(key, form.followUp(), form.reason());
                return Outcome.of("fix-forward").because(form.reason()).with("triedAgain", false).with("givenUp", true);
            }
            default -> {
                rollbacks().tryAgain(key, form.reason());
                return Outcome.of("retry").because(form.reason()).with("triedAgain", true).with("givenUp", false);
            }
        }
        return Outcome.keepOpen();
    }

}
