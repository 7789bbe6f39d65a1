/**
 * What has to be there before a release goes live, each item told by the practice that
 * knows it.
 */
@NamedInterface("checklist")
@NullMarked
package io.slipway.release.checklist;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
