/**
 * Where evidence packs are taken away.
 */
@NullMarked
package io.slipway.audit.pack.web;

import org.jspecify.annotations.NullMarked;
