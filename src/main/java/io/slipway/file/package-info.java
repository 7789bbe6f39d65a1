/**
 * Files that people and tools hand in: taken in and given out as streams, kept in the
 * database, never run. What a file belongs to is said by the feature that refers to it.
 */
@ApplicationModule(displayName = "Files", allowedDependencies = { "input", "sql", "ui" })
@NullMarked
package io.slipway.file;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
