/**
 * Deployment: go or no-go, backups, the run itself, its verification and its rollback.
 */
@ApplicationModule(displayName = "Deployment", allowedDependencies = { "input", "sql", "ui", "ui :: form", "ui :: live",
        "ui :: axis", "identity", "workflow", "workflow :: step", "workflow :: fact", "workflow :: rule",
        "configuration", "configuration :: baseline", "configuration :: relation", "approval", "policy", "schedule",
        "change", "packaging", "planning", "planning :: plan", "planning :: wave", "planning :: collision", "release",
        "release :: checklist", "release :: page", "validation", "validation :: evidence", "validation :: report" })
@NullMarked
package io.slipway.deployment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
