/**
 * How statements are put together and read: clauses with their values, pages by key, and
 * what one page reads only once.
 */
@ApplicationModule(displayName = "SQL", allowedDependencies = { "input" })
@NullMarked
package io.slipway.sql;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
