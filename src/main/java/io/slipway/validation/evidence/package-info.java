/**
 * Evidence: what pipelines and people deliver to show that a package is good, each bound
 * to what was tested.
 */
@NamedInterface("evidence")
@NullMarked
package io.slipway.validation.evidence;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
