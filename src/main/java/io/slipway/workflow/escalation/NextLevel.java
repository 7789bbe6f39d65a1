package io.slipway.workflow.escalation;

import java.util.List;

import io.slipway.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Where overdue work goes.
 *
 * @param role who may do it as well; null if nobody is above
 * @param told the roles that are told besides
 */
public record NextLevel(@Nullable Role role, List<Role> told) {
}
