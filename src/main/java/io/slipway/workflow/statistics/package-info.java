/**
 * How long and how often the elements of the process models take: counted by day from the
 * engine's history, ahead of the pages that show it.
 */
@NamedInterface("statistics")
@NullMarked
package io.slipway.workflow.statistics;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
