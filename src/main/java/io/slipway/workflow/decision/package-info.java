/**
 * The seam to the engine's decision tables: asks them, and shows them with all their
 * versions.
 */
@NamedInterface("decision")
@NullMarked
package io.slipway.workflow.decision;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
