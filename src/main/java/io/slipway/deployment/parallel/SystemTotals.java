package io.slipway.deployment.parallel;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What both systems say of one point, for one grain.
 *
 * @param point name of the reconciliation point, as the plan has it
 * @param grain for which site, product or account
 * @param oldTotal null where nobody said it
 * @param newTotal null where nobody said it
 */
public record SystemTotals(String point, String grain, @Nullable BigDecimal oldTotal, @Nullable BigDecimal newTotal,
        BreakFinding finding) {

    boolean complete() {
        return !this.grain.isEmpty() && this.oldTotal != null && this.newTotal != null;
    }

}
