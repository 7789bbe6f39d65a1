package io.slipway.inbox.web;

import org.jspecify.annotations.Nullable;

/**
 * One view of the task list as a tab.
 *
 * @param id name of the view, such as {@code my-groups}
 * @param address its address, with the filters kept
 * @param count how many tasks it has, counted up to a cap; null where nobody counts
 * @param current whether it is the one shown
 */
record TaskTab(String id, String address, @Nullable Integer count, boolean current) {
}
