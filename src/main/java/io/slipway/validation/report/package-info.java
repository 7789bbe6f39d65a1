/**
 * Readers of what test runners, scanners and coverage tools write: streamed, in bounded
 * memory, and refusing precisely what is broken, hostile or unknown.
 */
@NamedInterface("report")
@NullMarked
package io.slipway.validation.report;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
