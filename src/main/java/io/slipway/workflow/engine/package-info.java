/**
 * How the embedded engine is set up: its plugin, its expressions and the deployment of
 * the process models.
 */
@NullMarked
package io.slipway.workflow.engine;

import org.jspecify.annotations.NullMarked;
