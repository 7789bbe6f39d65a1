/**
 * The steps in which operations watches a release, and its tab on the release page.
 */
@NullMarked
package io.slipway.earlylife.web;

import org.jspecify.annotations.NullMarked;
