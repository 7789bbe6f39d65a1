/**
 * The discussion on the page of a release, and its files to download.
 */
@NullMarked
package io.slipway.discussion.web;

import org.jspecify.annotations.NullMarked;
