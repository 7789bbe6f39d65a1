/**
 * People, roles, groups and sign-in; who acts now, what they may do, and what separation
 * of duties forbids.
 */
@ApplicationModule(displayName = "Identity", allowedDependencies = { "input", "sql", "ui", "ui :: form" })
@NullMarked
package io.slipway.identity;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
