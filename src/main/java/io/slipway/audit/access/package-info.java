/**
 * Reviews of who has access: at regular times administrators confirm or take away each
 * right, and somebody else confirms theirs.
 */
@NullMarked
package io.slipway.audit.access;

import org.jspecify.annotations.NullMarked;
