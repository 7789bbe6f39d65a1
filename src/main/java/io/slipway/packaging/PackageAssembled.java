package io.slipway.packaging;

/**
 * Tells that a package was assembled and found complete.
 *
 * @param units how many units it holds
 */
public record PackageAssembled(String key, int units) {
}
