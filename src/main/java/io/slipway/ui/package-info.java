/**
 * What every page shares: layout, navigation, errors, formatting of times, and paging.
 */
@ApplicationModule(displayName = "Pages", allowedDependencies = { "input" })
@NullMarked
package io.slipway.ui;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
