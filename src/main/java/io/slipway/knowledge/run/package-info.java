/**
 * Runs of runbooks: the version that is followed stays the same, and what was done and
 * seen stands in the run, never in the article.
 */
@NamedInterface("run")
@NullMarked
package io.slipway.knowledge.run;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
