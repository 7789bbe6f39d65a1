/**
 * Release policy: the decision tables that say, by type, risk and model, what a release
 * needs.
 */
@ApplicationModule(displayName = "Release policy",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "identity", "workflow", "workflow :: escalation",
                "workflow :: decision", "workflow :: fact", "workflow :: rule", "configuration", "approval" })
@NullMarked
package io.slipway.policy;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
