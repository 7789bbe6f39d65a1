/**
 * The forward schedule: releases, windows, freezes and early life support by day, as
 * pages and as a feed.
 */
@ApplicationModule(displayName = "Calendar",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "identity", "workflow", "configuration", "approval",
                "policy", "schedule", "change", "release", "planning", "planning :: plan", "planning :: collision",
                "validation", "deployment", "deployment :: environment", "earlylife", "review" })
@NullMarked
package io.slipway.calendar;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
