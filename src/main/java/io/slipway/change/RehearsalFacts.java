package io.slipway.change;

/**
 * Tells whether the way back was tried: the feature that validates releases implements
 * it.
 */
public interface RehearsalFacts {

    /**
     * Tells whether the rollback of the package as it is now was rehearsed with success.
     * @param releaseKey key of the release
     * @return whether it was
     */
    boolean rehearsed(String releaseKey);

}
