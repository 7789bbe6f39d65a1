/**
 * What tools can call, in words and as OpenAPI: read from the controllers, so that it is
 * true.
 */
@NullMarked
package io.slipway.api.reference;

import org.jspecify.annotations.NullMarked;
