/**
 * The pages that show the decision tables and let people try them.
 */
@NullMarked
package io.slipway.policy.web;

import org.jspecify.annotations.NullMarked;
