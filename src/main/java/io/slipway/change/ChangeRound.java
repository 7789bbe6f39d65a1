package io.slipway.change;

/**
 * How a request is decided on, for the process.
 *
 * @param seats who has to vote; empty for a standard change
 */
public record ChangeRound(ChangeType type, String seats) {
}
