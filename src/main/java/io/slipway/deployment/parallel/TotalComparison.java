package io.slipway.deployment.parallel;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What both systems said in one cycle, as it is kept.
 *
 * @param broken whether both are further apart than tolerated
 * @param pushed whether a tool sent it; else a person typed it
 * @param owner user name of who finds out about the break
 */
public record TotalComparison(long cycleId, String point, String grain, BigDecimal oldTotal, BigDecimal newTotal,
        BigDecimal tolerance, boolean broken, boolean pushed, String toldBy, Instant toldAt, @Nullable String owner,
        @Nullable BreakCause cause, @Nullable String explanation) {

    /** How far both are apart, with its sign. */
    public BigDecimal difference() {
        return this.newTotal.subtract(this.oldTotal).stripTrailingZeros();
    }

}
