package io.slipway.configuration.exchange;

import java.util.List;

/**
 * What was read from a file.
 *
 * @param items the items, in the order of the file
 * @param passedOver titles of columns that are not known, and from which nothing was read
 */
record ProposedItems(List<ProposedItem> items, List<String> passedOver) {
}
