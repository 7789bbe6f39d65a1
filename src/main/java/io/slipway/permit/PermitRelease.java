package io.slipway.permit;

/**
 * The release that asks for a permit, as the kind knows it.
 *
 * @param priority how urgent its work is, 0 to 100
 * @param open whether it has not ended
 * @param packageDigest digest of the package for which alone the permit shall count;
 * empty if it counts whatever the package is
 */
public record PermitRelease(String key, String name, String phase, int priority, boolean open, String packageDigest) {
}
