/**
 * The pages of knowledge.
 */
@NullMarked
package io.slipway.knowledge.web;

import org.jspecify.annotations.NullMarked;
