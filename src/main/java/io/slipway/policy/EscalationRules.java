package io.slipway.policy;

import io.slipway.identity.Role;
import io.slipway.workflow.escalation.EscalationPolicy;
import io.slipway.workflow.escalation.NextLevel;

import org.springframework.stereotype.Component;

/**
 * Lets the decision table say where overdue work goes.
 */
@Component
class EscalationRules implements EscalationPolicy {

    private final Tables tables;

    EscalationRules(Tables tables) {
        this.tables = tables;
    }

    @Override
    public NextLevel after(Role role) {
        return this.tables.ask(role);
    }

}
