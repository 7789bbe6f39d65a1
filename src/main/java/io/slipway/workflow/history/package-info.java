/**
 * How one release went through its processes in time: its phases, its steps, and what the
 * portal itself waited for.
 */
@NamedInterface("history")
@NullMarked
package io.slipway.workflow.history;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
