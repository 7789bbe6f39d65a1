package io.slipway.deployment.parallel.web;

import java.math.BigDecimal;

import io.slipway.deployment.parallel.BreakCause;
import io.slipway.deployment.parallel.BreakFinding;
import io.slipway.deployment.parallel.SystemTotals;
import io.slipway.deployment.parallel.TotalComparison;
import io.slipway.input.InputCheck;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * What both systems say of one point for one grain, as a person types it.
 *
 * @param oldSystem total of the old system
 * @param newSystem total of the new system
 * @param cause name of a {@link BreakCause}
 */
record TotalForm(String point, String grain, String oldSystem, String newSystem, String owner, String cause,
        String explanation) {

    private static final int LONGEST = 40;

    TotalForm {
        point = FormText.of(point);
        grain = FormText.of(grain);
        oldSystem = FormText.of(oldSystem);
        newSystem = FormText.of(newSystem);
        owner = FormText.of(owner);
        cause = FormText.constant(BreakCause.class, cause);
        explanation = FormText.of(explanation);
    }

    static TotalForm blank(String point) {
        return new TotalForm(point, "", "", "", "", "", "");
    }

    /** The same point and grain, of which nothing is known yet. */
    static TotalForm asked(TotalComparison former) {
        return new TotalForm(former.point(), former.grain(), "", "", "", "", "");
    }

    static TotalForm told(TotalComparison pushed) {
        return new TotalForm(pushed.point(), pushed.grain(), pushed.oldTotal().stripTrailingZeros().toPlainString(),
                pushed.newTotal().stripTrailingZeros().toPlainString(), (pushed.owner() != null) ? pushed.owner() : "",
                (pushed.cause() != null) ? pushed.cause().name() : "",
                (pushed.explanation() != null) ? pushed.explanation() : "");
    }

    boolean given() {
        return !(this.grain.isEmpty() && this.oldSystem.isEmpty() && this.newSystem.isEmpty());
    }

    SystemTotals read(InputCheck check, String row) {
        return new SystemTotals(this.point, this.grain, number(check, row + "oldSystem", this.oldSystem),
                number(check, row + "newSystem", this.newSystem), new BreakFinding(this.owner,
                        this.cause.isEmpty() ? null : BreakCause.valueOf(this.cause), this.explanation));
    }

    private static @Nullable BigDecimal number(InputCheck check, String field, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return new BigDecimal(text.substring(0, Math.min(LONGEST, text.length())).replace(" ", ""));
        }
        catch (NumberFormatException ex) {
            check.refuse(field, "deployment.parallel.total.number");
            return null;
        }
    }

}
