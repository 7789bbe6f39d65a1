/**
 * Deployments as tools report them, beside those that people do in the portal: what was
 * delivered, and whether it was allowed then.
 */
@NamedInterface("report")
@NullMarked
package io.slipway.deployment.report;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
