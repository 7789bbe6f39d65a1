/**
 * Documents and scripts of packages: taken in and given out as streams, never run.
 */
@NamedInterface("document")
@NullMarked
package io.slipway.packaging.document;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
