/**
 * Knowledge: runbooks, playbooks, known errors and lessons, tied to what they are about,
 * looked over when they are due, and found while one types.
 */
@ApplicationModule(displayName = "Knowledge",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "identity", "configuration", "release" })
@NullMarked
package io.slipway.knowledge;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
