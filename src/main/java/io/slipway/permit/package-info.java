/**
 * What a release is allowed for a while although a rule forbids it: asked for by one,
 * approved by others, expiring, looked back on. The features whose rules are excepted
 * from contribute the kinds.
 */
@ApplicationModule(displayName = "Permits",
        allowedDependencies = { "input", "sql", "ui", "identity", "workflow", "workflow :: step", "approval" })
@NullMarked
package io.slipway.permit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
