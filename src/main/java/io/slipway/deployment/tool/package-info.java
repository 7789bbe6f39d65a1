/**
 * How the portal reaches the tools around it: only where its operators allow it, with
 * secrets that they name, and within bounds of time and size.
 */
@NamedInterface("tool")
@NullMarked
package io.slipway.deployment.tool;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
