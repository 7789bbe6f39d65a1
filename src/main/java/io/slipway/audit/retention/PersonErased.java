package io.slipway.audit.retention;

/**
 * The record no longer names a person; whoever keeps more about them forgets it.
 */
public record PersonErased(String userName) {
}
