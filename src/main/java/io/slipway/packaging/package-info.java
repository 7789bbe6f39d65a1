/**
 * Packages of releases: their units, documents and scripts, assembled and taken apart,
 * and the library of artifacts.
 */
@ApplicationModule(displayName = "Packaging",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "file", "identity", "workflow", "workflow :: fact",
                "workflow :: step", "configuration", "configuration :: exchange", "release", "release :: page",
                "planning", "planning :: plan" })
@NullMarked
package io.slipway.packaging;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
