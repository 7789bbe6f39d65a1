/**
 * Evidence packs: all that there is to know of a release, to read, to process and to
 * verify without the portal.
 */
@ApplicationModule(displayName = "Evidence packs",
        allowedDependencies = { "input", "sql", "ui", "identity", "diagram", "workflow", "workflow :: model",
                "workflow :: state", "workflow :: seen", "policy", "permit", "schedule", "packaging",
                "packaging :: bom", "planning", "planning :: plan", "validation", "validation :: evidence",
                "validation :: report", "validation :: gate", "change", "deployment", "deployment :: halt",
                "deployment :: report", "earlylife", "earlylife :: incident", "review", "release",
                "release :: checklist", "audit", "audit :: chain", "audit :: retention", "verify" })
@NullMarked
package io.slipway.audit.pack;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
