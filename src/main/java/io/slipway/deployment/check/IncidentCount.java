package io.slipway.deployment.check;

/**
 * Counts the incidents that are open, for whoever keeps them.
 */
public interface IncidentCount {

    /**
     * Open incidents of a release.
     * @param priority the least severe that counts, 1 to 4
     */
    int count(CheckScope scope, int priority);

}
