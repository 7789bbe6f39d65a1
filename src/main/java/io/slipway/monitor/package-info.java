/**
 * Every process on its diagram: what runs, waits and failed, how long steps take, and the
 * operations that bring a stuck release on its way again.
 */
@ApplicationModule(displayName = "Monitor",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "ui :: live", "ui :: axis", "identity", "diagram",
                "workflow", "workflow :: model", "workflow :: state", "workflow :: operation", "workflow :: job",
                "workflow :: migration", "workflow :: statistics", "workflow :: history", "release", "release :: page",
                "planning", "planning :: plan" })
@NullMarked
package io.slipway.monitor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
