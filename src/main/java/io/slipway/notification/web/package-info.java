/**
 * Notices, the choice of mail and notices, and the log of what was sent.
 */
@NullMarked
package io.slipway.notification.web;

import org.jspecify.annotations.NullMarked;
