/**
 * Readers of what coverage tools write.
 */
@NamedInterface("coverage")
@NullMarked
package io.slipway.validation.report.coverage;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
