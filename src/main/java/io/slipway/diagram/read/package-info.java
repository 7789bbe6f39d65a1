/**
 * Reads BPMN 2.0 files: securely, within bounds, and tolerant of what tools write.
 */
@NullMarked
package io.slipway.diagram.read;

import org.jspecify.annotations.NullMarked;
