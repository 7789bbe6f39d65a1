package io.slipway.demo;

import java.util.Optional;

/**
 * Tells how far the demo company has come at its first start.
 */
public interface Telling {

    /**
     * How many releases have been told.
     * @return the numbers; nothing once all are told
     */
    Optional<Progress> progress();

    /**
     * How far it has come.
     *
     * @param told how many releases are where their stories end
     * @param all how many there will be
     */
    record Progress(int told, int all) {
    }

}
