/**
 * The register from and to files: read with a dry run, applied as a whole, written as a
 * stream.
 */
@NamedInterface("exchange")
@NullMarked
package io.slipway.configuration.exchange;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
