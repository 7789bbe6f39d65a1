/**
 * The append-only record of who did what, when, to which thing, and why.
 */
@ApplicationModule(displayName = "Audit",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "identity", "identity :: people",
                "identity :: token", "workflow", "workflow :: fact", "workflow :: step", "workflow :: seen",
                "workflow :: decision", "configuration", "policy", "change", "permit", "release", "release :: page",
                "deployment :: report" })
@NullMarked
package io.slipway.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
