/**
 * The seam to the deployed process models: which there are, in which versions, and their
 * BPMN text.
 */
@NamedInterface("model")
@NullMarked
package io.slipway.workflow.model;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
