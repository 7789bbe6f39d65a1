package io.slipway.change;

import io.slipway.input.InputCheck;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What a change record asks for, in its requester's words. Texts hold at most 4,000
 * characters.
 *
 * @param title what is changed, at most 200 characters
 * @param standardChange number of the standing authorisation that a standard change names
 * @param riskRemark what the requester adds to the risk as it was assessed
 * @param implementationPlan how the change is carried out
 */
@Embeddable
public record ChangeContent(String title, @Enumerated(EnumType.STRING) ChangeType type, @Nullable Long standardChange,
        String riskRemark, String implementationPlan, String verificationPlan, String backOutPlan) {

    private static final int TITLE = 200;

    static final int TEXT = 4000;

    static ChangeContent draft(String title, ChangeType type) {
        return new ChangeContent(title, type, null, "", "", "", "");
    }

    /** Without blanks around its texts; notes what is missing or too long. */
    ChangeContent sound(InputCheck check) {
        check.given("type", this.type, "change.type.missing");
        return new ChangeContent(check.required("title", this.title, TITLE, "change.title.missing"), this.type,
                this.standardChange, check.optional("riskRemark", this.riskRemark, TEXT),
                plan("implementationPlan", this.implementationPlan, check),
                plan("verificationPlan", this.verificationPlan, check), plan("backOutPlan", this.backOutPlan, check));
    }

    private static String plan(String field, String text, InputCheck check) {
        return check.required(field, text, TEXT, "change." + field + ".missing");
    }

    /**
     * The same change with other plans.
     * @param implementation how the change is carried out
     */
    public ChangeContent withPlans(String implementation, String verification, String backOut) {
        return new ChangeContent(this.title, this.type, this.standardChange, this.riskRemark, implementation,
                verification, backOut);
    }

}
