package io.slipway.packaging;

/**
 * Tells that a package was assembled and found complete.
 */
public record PackageAssembled(String key, int units) {
}
