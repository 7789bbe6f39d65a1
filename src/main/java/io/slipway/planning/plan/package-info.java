/**
 * What a plan holds, independent of the release that it belongs to.
 */
@NamedInterface("plan")
@NullMarked
package io.slipway.planning.plan;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
