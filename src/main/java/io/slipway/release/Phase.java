package io.slipway.release;

/**
 * The phases that a release passes, in their order.
 */
public enum Phase {

    /** The plan is written and approved. */
    PLAN,
    /** The package is built and assembled. */
    BUILD,
    /** The package is validated and its rollback rehearsed. */
    TEST,
    /** The change is authorised. */
    AUTHORISE,
    /** The package is deployed and verified. */
    DEPLOY,
    /** The release is watched closely until its exit criteria are signed. */
    EARLY_LIFE_SUPPORT,
    /** The release is reviewed and closed. */
    REVIEW;

    /**
     * Tells whether the release can still be cancelled: in every phase before deployment.
     * @return whether it is before {@link #DEPLOY}
     */
    public boolean beforeDeployment() {
        return compareTo(DEPLOY) < 0;
    }

}
