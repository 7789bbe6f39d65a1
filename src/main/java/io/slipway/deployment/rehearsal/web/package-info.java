/**
 * The pages of rehearsals, and what a release's page says of its runs.
 */
@NullMarked
package io.slipway.deployment.rehearsal.web;

import org.jspecify.annotations.NullMarked;
