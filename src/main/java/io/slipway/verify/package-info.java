/**
 * The verifier: a program of its own that knows nothing of the portal, and is packed
 * alone as {@code slipway-verify.jar}.
 */
@ApplicationModule(displayName = "Verifier", allowedDependencies = {})
@NullMarked
package io.slipway.verify;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
