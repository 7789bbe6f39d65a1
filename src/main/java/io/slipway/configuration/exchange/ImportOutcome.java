package io.slipway.configuration.exchange;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of a file that was imported in one go.
 *
 * @param plan what it does, row by row
 * @param passedOver titles of columns that are not known, and from which nothing was read
 * @param id number of the import that was applied; null if nothing was written
 */
public record ImportOutcome(ImportPlan plan, List<String> passedOver, @Nullable Long id) {
}
