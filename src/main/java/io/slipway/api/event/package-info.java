/**
 * News from pipelines and monitoring: CloudEvents that carry CDEvents, kept, matched to
 * releases, and done where that is possible.
 */
@NullMarked
package io.slipway.api.event;

import org.jspecify.annotations.NullMarked;
