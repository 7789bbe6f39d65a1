/**
 * Plans of releases: written, submitted, approved, amended, in each other's way, told to
 * people.
 */
@ApplicationModule(displayName = "Planning",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "identity", "workflow", "workflow :: escalation",
                "workflow :: step", "workflow :: fact", "configuration", "configuration :: relation", "approval",
                "policy", "schedule", "release", "release :: checklist", "release :: page" })
@NullMarked
package io.slipway.planning;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
