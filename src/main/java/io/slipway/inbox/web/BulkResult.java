package io.slipway.inbox.web;

import java.io.Serializable;

/**
 * What became of one task of several that were claimed or assigned together.
 *
 * @param id the task's id
 * @param text what was done, or why not
 */
record BulkResult(String id, String label, boolean done, String text) implements Serializable {
}
