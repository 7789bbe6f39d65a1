/**
 * Incidents that monitoring reports of a live release. They inform operations, and decide
 * nothing.
 */
@NamedInterface("incident")
@NullMarked
package io.slipway.earlylife.incident;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
