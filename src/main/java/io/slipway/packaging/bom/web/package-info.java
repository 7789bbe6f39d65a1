/**
 * The page of a release unit, with what it is made of.
 */
@NullMarked
package io.slipway.packaging.bom.web;

import org.jspecify.annotations.NullMarked;
