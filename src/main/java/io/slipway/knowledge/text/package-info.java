/**
 * What articles say: Markdown (CommonMark with tables) as safe HTML, the steps of a
 * runbook, the difference of two versions.
 */
@NamedInterface("text")
@NullMarked
package io.slipway.knowledge.text;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
