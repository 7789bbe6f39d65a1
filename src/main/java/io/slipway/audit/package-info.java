/**
 * The append-only record of who did what, when, to which thing, and why.
 */
@ApplicationModule(displayName = "Audit",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "identity", "workflow", "workflow :: seen",
                "configuration", "policy", "release", "release :: page" })
@NullMarked
package io.slipway.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
