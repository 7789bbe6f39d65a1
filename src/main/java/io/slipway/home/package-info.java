/**
 * What needs me today.
 */
@ApplicationModule(displayName = "Home",
        allowedDependencies = { "input", "ui", "identity", "workflow", "schedule", "policy", "release",
                "release :: page" })
@NullMarked
package io.slipway.home;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
