/**
 * Tasks of mine and my groups, and the page on which each is decided.
 */
@ApplicationModule(displayName = "Inbox",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "identity", "discussion", "discussion :: page",
                "diagram", "workflow", "workflow :: step", "workflow :: fact", "workflow :: seen", "workflow :: model",
                "workflow :: state", "packaging", "release", "view" })
@NullMarked
package io.slipway.inbox;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
