package io.slipway.monitor.web;

import io.slipway.workflow.WorkItem;
import org.jspecify.annotations.Nullable;

/**
 * A release on the spine: where it is, and what it really waits for.
 *
 * @param element id of the spine's element at which it is; empty if that is not known
 * @param place what people call that element
 * @param item the innermost step that it waits for, the longest overdue first; null if it
 * waits for nobody
 * @param others how many people more it waits for
 * @param failed whether something failed for good
 * @param late whether the step should have been done by now
 * @param since how long it waits, in words
 */
record SpineRow(String key, String name, String element, String place, @Nullable WorkItem item, int others,
        boolean failed, boolean late, String since) {
}
