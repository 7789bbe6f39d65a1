package io.slipway.earlylife;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * How an exit criterion stands.
 *
 * @param note what shows it, at most 500 characters; may be empty
 */
@Embeddable
public record CriterionState(@Enumerated(EnumType.STRING) ExitCriterion criterion, boolean met, String note) {
}
