package io.slipway.configuration;

import org.jspecify.annotations.Nullable;

/**
 * What the record of an item shall be.
 *
 * @param before the record as it was when this was decided; null for a new item
 * @param status where it shall be in its life
 */
public record ItemWrite(String key, @Nullable ItemDetails before, ItemProfile profile, ItemStatus status) {

    boolean changesSomething() {
        return this.before == null || this.before.item().status() != this.status
                || !this.before.profile().equals(this.profile);
    }

}
