/**
 * One box finds everything: each kind of thing by its key, its name or its words, as a
 * page and as a palette over any page.
 */
@ApplicationModule(displayName = "Search",
        allowedDependencies = { "input", "ui", "ui :: form", "identity", "workflow", "configuration", "policy",
                "release", "packaging", "change", "knowledge", "deployment :: board", "deployment :: run" })
@NullMarked
package io.slipway.search;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
