/**
 * Change enablement: the change record that authorises one deployment.
 */
@ApplicationModule(displayName = "Change",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "identity", "workflow", "workflow :: escalation",
                "workflow :: step", "workflow :: fact", "workflow :: rule", "workflow :: seen", "configuration",
                "approval", "policy", "packaging", "planning", "planning :: plan", "planning :: collision", "release",
                "release :: page", "discussion", "discussion :: page", "validation" })
@NullMarked
package io.slipway.change;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
