/**
 * The REST interface for tools.
 */
@ApplicationModule(displayName = "API",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "file", "identity", "workflow", "configuration",
                "configuration :: relation", "configuration :: baseline", "configuration :: exchange", "approval",
                "policy", "schedule", "schedule :: period", "change", "packaging", "planning", "planning :: plan",
                "release", "release :: page", "packaging :: bom", "packaging :: document", "planning :: collision",
                "validation", "validation :: evidence", "validation :: report", "validation :: coverage",
                "validation :: gate", "deployment", "deployment :: report", "deployment :: environment",
                "deployment :: pipeline", "deployment :: check", "earlylife", "earlylife :: incident", "review" })
@NullMarked
package io.slipway.api;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
