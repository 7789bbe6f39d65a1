/**
 * The seam to the process engine: start, signal, claim, complete and query in our own
 * words.
 */
@ApplicationModule(displayName = "Workflow", allowedDependencies = { "input", "sql", "ui", "identity", "database" })
@NullMarked
package io.slipway.workflow;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
