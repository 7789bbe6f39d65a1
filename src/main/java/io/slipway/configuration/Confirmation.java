package io.slipway.configuration;

import java.io.Serializable;

/**
 * What became of an item that somebody wanted to confirm. It travels in the session from
 * the form to the page that tells.
 *
 * @param outcome whether it is confirmed, or why not
 */
public record Confirmation(String key, Outcome outcome) implements Serializable {

    /** How it ended. */
    public enum Outcome {

        /** Its record is right. */
        CONFIRMED,
        /** It is retired; nobody confirms what is no longer in use. */
        RETIRED,
        /** There is no such item. */
        UNKNOWN

    }

}
