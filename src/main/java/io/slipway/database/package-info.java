/**
 * The database behind the portal: the embedded MariaDB for development and tests, and
 * clear words when none can be reached.
 */
@ApplicationModule(displayName = "Database", allowedDependencies = {})
@NullMarked
package io.slipway.database;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
