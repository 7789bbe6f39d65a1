/**
 * Service validation and testing: evidence, the gates that judge it, waivers, the verdict
 * on a package, and the rehearsal of its rollback.
 */
@ApplicationModule(displayName = "Validation",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "file", "identity", "workflow", "workflow :: step",
                "workflow :: fact", "workflow :: rule", "configuration", "configuration :: relation", "approval",
                "permit", "policy", "schedule", "packaging", "planning", "planning :: plan", "release",
                "release :: checklist", "release :: page", "packaging :: bom" })
@NullMarked
package io.slipway.validation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
