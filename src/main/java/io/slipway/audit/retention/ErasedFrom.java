package io.slipway.audit.retention;

import java.util.Collection;

/**
 * The record of some releases no longer names a person: copies of it have to go as well,
 * in the same transaction.
 *
 * @param releases keys, at least one
 */
public record ErasedFrom(String pseudonym, Collection<String> releases) {
}
