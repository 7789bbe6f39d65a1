package io.slipway.monitor.operation.web;

import java.io.Serializable;

/**
 * What became of one of several things that were operated on together.
 *
 * @param address where more is told about it
 * @param text what was done, or why not
 */
record OperationResult(String label, String address, boolean done, String text) implements Serializable {
}
