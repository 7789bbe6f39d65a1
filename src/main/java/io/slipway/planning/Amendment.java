package io.slipway.planning;

import java.util.List;

import io.slipway.planning.plan.PlanChange;
import io.slipway.policy.Voided;

/**
 * What an amendment of an approved plan would change, and what it would make void.
 *
 * @param voided what would have to be approved again, and why
 * @param digest SHA-256 of the amended plan, by which it is confirmed
 */
public record Amendment(List<PlanChange> changes, Voided voided, String digest) {
}
