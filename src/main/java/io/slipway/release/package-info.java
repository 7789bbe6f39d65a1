/**
 * Releases: their plan, their package and their life cycle from registration to closure.
 */
@ApplicationModule(displayName = "Release",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "file", "identity", "workflow",
                "workflow :: escalation", "workflow :: fact", "workflow :: history", "workflow :: seen",
                "configuration", "configuration :: exchange", "approval", "permit", "policy", "schedule", "view" })
@NullMarked
package io.slipway.release;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
