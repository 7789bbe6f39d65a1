package io.slipway.configuration.baseline;

/**
 * Tells which deployments were rolled back. The feature that deploys implements it.
 */
public interface RollbackFacts {

    /**
     * Tells whether an attempt to deploy a release was rolled back.
     * @param attempt which attempt, from 1
     */
    boolean rolledBack(String releaseKey, int attempt);

}
