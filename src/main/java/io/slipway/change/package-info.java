/**
 * Change enablement: the change record that authorises one deployment.
 */
@ApplicationModule(displayName = "Change",
        allowedDependencies = { "input", "sql", "ui", "identity", "workflow", "configuration", "approval", "policy",
                "packaging", "release", "release :: plan", "release :: collision", "validation" })
@NullMarked
package io.slipway.change;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
