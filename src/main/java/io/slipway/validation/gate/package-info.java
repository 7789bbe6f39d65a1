/**
 * Gates: facts about a package, judged by the decision table of quality gates.
 */
@NamedInterface("gate")
@NullMarked
package io.slipway.validation.gate;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
