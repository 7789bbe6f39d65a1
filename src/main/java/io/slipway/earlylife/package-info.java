/**
 * Early life support: the watched period after a deployment, with exit criteria that are
 * signed.
 */
@ApplicationModule(displayName = "Early life support",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "identity", "workflow", "workflow :: step",
                "workflow :: fact", "policy", "planning", "planning :: plan", "release", "release :: checklist",
                "release :: page", "deployment", "deployment :: rollback", "deployment :: check" })
@NullMarked
package io.slipway.earlylife;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
