package io.slipway.change;

import java.util.List;

/**
 * On what terms a change is requested: what was found out when it was, and who has to
 * vote.
 *
 * @param scope what exactly is to be authorised
 * @param services names of the services it touches
 * @param seats who has to vote, as the process reads it; empty for a standard change
 */
record ChangeTerms(ChangeRisk risk, ChangeScope scope, List<String> services, List<AffectedItem> items, String seats) {
}
