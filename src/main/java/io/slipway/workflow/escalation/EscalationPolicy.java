package io.slipway.workflow.escalation;

import io.slipway.identity.Role;

/**
 * Says where overdue work goes. It lives above, where the rules are.
 */
public interface EscalationPolicy {

    /** Where work of a role goes when it is overdue. */
    NextLevel after(Role role);

}
