/**
 * The page of a release, to which each practice contributes what it knows: sections,
 * parts of the overview, essentials, what is in the way.
 */
@NamedInterface("page")
@NullMarked
package io.slipway.release.page;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
