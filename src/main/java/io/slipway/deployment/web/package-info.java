/**
 * The steps from announcement to rollback, and the tabs of changes and deployments on the
 * release page.
 */
@NullMarked
package io.slipway.deployment.web;

import org.jspecify.annotations.NullMarked;
