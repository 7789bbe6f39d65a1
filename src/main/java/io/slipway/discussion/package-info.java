/**
 * What people say to each other about a release, wherever they say it: one discussion for
 * each release, with files, that nobody can change afterwards.
 */
@ApplicationModule(displayName = "Discussion",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "file", "identity", "release", "release :: page" })
@NullMarked
package io.slipway.discussion;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
