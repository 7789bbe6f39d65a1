/**
 * The seam for operations on the running processes of a release: suspend, resume, and
 * move a token; and the frame in which each operation runs.
 */
@NamedInterface("operation")
@NullMarked
package io.slipway.workflow.operation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
