/**
 * Review and closure: the post-implementation review, its verdict and its lessons.
 */
@ApplicationModule(displayName = "Review",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "identity", "workflow", "workflow :: step",
                "workflow :: seen", "policy", "schedule", "change", "packaging", "planning", "planning :: plan",
                "release", "release :: checklist", "release :: page", "deployment", "deployment :: halt", "audit",
                "earlylife", "validation", "validation :: evidence", "validation :: gate", "permit" })
@NullMarked
package io.slipway.review;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
