/**
 * When deployments may begin: release windows, freezes and their exceptions, and the
 * stopped line.
 */
@ApplicationModule(displayName = "Schedule",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "identity", "workflow", "configuration", "approval",
                "permit", "policy" })
@NullMarked
package io.slipway.schedule;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
