/**
 * Deployment: go or no-go, backups, the run itself, its verification and its rollback.
 */
@ApplicationModule(displayName = "Deployment",
        allowedDependencies = { "input", "sql", "ui", "identity", "workflow", "workflow :: step", "workflow :: fact",
                "configuration", "configuration :: baseline", "approval", "policy", "schedule", "change", "packaging",
                "planning", "planning :: plan", "planning :: collision", "release", "release :: checklist",
                "release :: page", "validation" })
@NullMarked
package io.slipway.deployment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
