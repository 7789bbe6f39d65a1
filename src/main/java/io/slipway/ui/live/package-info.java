/**
 * Pages that stay up to date while somebody looks at them.
 */
@NamedInterface("live")
@NullMarked
package io.slipway.ui.live;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
