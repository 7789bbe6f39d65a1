package io.slipway.configuration.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What became of a file that was imported in one go.
 *
 * @param plan what it does, row by row
 * @param id number of the import that was applied; null if nothing was written
 */
public record ImportOutcome(ImportPlan plan, @Nullable Long id) {
}
