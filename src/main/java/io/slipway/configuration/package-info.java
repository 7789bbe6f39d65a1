/**
 * Configuration items: what releases touch, and how much depends on it.
 */
@ApplicationModule(displayName = "Configuration",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "identity", "workflow" })
@NullMarked
package io.slipway.configuration;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
