/**
 * Draws BPMN 2.0 models as SVG on the server: any valid file with diagram interchange,
 * with what runs, waits, failed and was passed marked on its elements.
 */
@ApplicationModule(displayName = "Diagrams", allowedDependencies = { "input", "ui" })
@NullMarked
package io.slipway.diagram;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
