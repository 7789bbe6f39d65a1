/**
 * The pages for administrators about people and groups, and everybody's own account.
 */
@NullMarked
package io.slipway.identity.web;

import org.jspecify.annotations.NullMarked;
