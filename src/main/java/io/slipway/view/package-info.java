/**
 * Views of lists that people keep under a name, for themselves or for all.
 */
@ApplicationModule(displayName = "Saved views",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "identity" })
@NullMarked
package io.slipway.view;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
