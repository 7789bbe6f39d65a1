/**
 * A believable small company to try the portal with, made through the services that
 * people use.
 */
@ApplicationModule(displayName = "Demo",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "file", "identity", "identity :: people",
                "workflow", "workflow :: step", "configuration", "configuration :: relation", "approval", "policy",
                "schedule", "schedule :: period", "packaging", "planning", "planning :: plan", "release",
                "release :: page", "packaging :: bom", "packaging :: document", "change", "validation",
                "validation :: evidence", "validation :: gate", "permit", "deployment", "deployment :: report",
                "deployment :: environment", "deployment :: rehearsal", "deployment :: run", "earlylife",
                "earlylife :: incident", "review", "inbox", "notification", "database", "workflow :: job",
                "schedule :: stop", "knowledge", "knowledge :: run", "knowledge :: text" })
@NullMarked
package io.slipway.demo;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
