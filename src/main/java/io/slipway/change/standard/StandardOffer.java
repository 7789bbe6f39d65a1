package io.slipway.change.standard;

import java.util.List;

/**
 * A standing authorisation, and whether one change may use it.
 *
 * @param against what speaks against its use, as sentences for people; empty if it fits
 */
public record StandardOffer(StandardDetails change, List<String> against) {

    /** Whether the change may use it. */
    public boolean fits() {
        return this.against.isEmpty();
    }

}
