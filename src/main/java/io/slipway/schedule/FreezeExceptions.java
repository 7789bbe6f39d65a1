package io.slipway.schedule;

/**
 * What the owner of releases tells the schedule about exceptions from freezes.
 */
public interface FreezeExceptions {

    /**
     * Withdraws the exception of a release that is open or counts, if there is one: a
     * granted one ends now and is reviewed.
     * @param releaseKey key of the release
     */
    void withdraw(String releaseKey);

}
