/**
 * What needs me today.
 */
@ApplicationModule(displayName = "Home",
        allowedDependencies = { "input", "ui", "identity", "workflow", "workflow :: fact", "schedule", "policy",
                "release", "release :: page", "deployment", "deployment :: board", "deployment :: run", "earlylife",
                "earlylife :: incident", "notification" })
@NullMarked
package io.slipway.home;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
