/**
 * What needs me today.
 */
@ApplicationModule(displayName = "Home", allowedDependencies = { "ui", "identity", "workflow", "release" })
@NullMarked
package io.slipway.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
