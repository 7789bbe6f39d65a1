package io.slipway.deployment.rollback.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.rollback.RollbackManagement;
import io.slipway.deployment.rollback.WayBackFacts;
import io.slipway.planning.CurrentPlans;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;

/**
 * A step of the way back: what was agreed on it is shown with what was taken back so far.
 */
abstract class RollbackStep implements Step<RollbackAnswer> {

    private final RollbackManagement rollbacks;

    private final WayBackFacts facts;

    private final CurrentPlans plans;

    RollbackStep(RollbackManagement rollbacks, WayBackFacts facts, CurrentPlans plans) {
        this.rollbacks = rollbacks;
        this.facts = facts;
        this.plans = plans;
    }

    final RollbackManagement rollbacks() {
        return this.rollbacks;
    }

    final WayBackFacts facts() {
        return this.facts;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("planned", this.plans.of(item.businessKey()));
        evidence.put("late", this.facts.late(item.businessKey()));
        this.rollbacks.offered(item.businessKey()).ifPresent((step) -> evidence.put("wayBack", step));
        this.rollbacks.running(item.businessKey())
            .ifPresent((rollback) -> evidence.put("steps", this.rollbacks.steps(List.of(rollback))));
        return evidence;
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.all(item.businessKey());
    }

}
