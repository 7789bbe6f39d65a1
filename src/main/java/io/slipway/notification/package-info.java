/**
 * Tells people what concerns them: mail, notices in the portal, and the announcements of
 * communication plans.
 */
@ApplicationModule(displayName = "Notification",
        allowedDependencies = { "input", "sql", "ui", "ui :: form", "identity", "identity :: people", "workflow",
                "workflow :: escalation", "workflow :: step", "workflow :: fact", "configuration", "approval", "policy",
                "schedule", "change", "packaging", "planning", "planning :: plan", "planning :: collision", "release",
                "release :: page", "discussion", "validation", "deployment", "deployment :: report",
                "deployment :: environment", "deployment :: board", "deployment :: pipeline", "deployment :: rollback",
                "earlylife", "earlylife :: incident", "review", "audit :: chain", "audit :: retention" })
@NullMarked
package io.slipway.notification;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
