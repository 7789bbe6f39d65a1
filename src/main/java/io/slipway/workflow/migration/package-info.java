/**
 * The seam for bringing running processes to a newer version of their model.
 */
@NamedInterface("migration")
@NullMarked
package io.slipway.workflow.migration;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
