/**
 * The pages and steps of access reviews.
 */
@NullMarked
package io.slipway.audit.access.web;

import org.jspecify.annotations.NullMarked;
