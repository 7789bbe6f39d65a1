package io.slipway.deployment.pipeline;

/**
 * Who told something of an attempt.
 */
public enum FactSource {

    /** The portal, when it told the tool to begin. */
    SENDER,
    /** The tool, of its own accord. */
    CALLBACK,
    /** The tool, when it was asked. */
    POLL,
    /** Somebody who looked. */
    PERSON

}
