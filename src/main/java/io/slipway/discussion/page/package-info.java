/**
 * How comments are taken from a page, for every page that shows the discussion.
 */
@NamedInterface("page")
@NullMarked
package io.slipway.discussion.page;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
