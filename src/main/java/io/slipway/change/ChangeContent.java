package io.slipway.change;

import io.slipway.policy.Risk;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a change record asks for. Texts hold at most 4,000 characters.
 *
 * @param title what is changed, at most 200 characters
 * @param type how it is authorised
 * @param risk how much is at stake
 * @param riskReasons why the risk is assessed so
 * @param implementationPlan how the change is carried out
 * @param verificationPlan how its success is verified
 * @param backOutPlan how it is taken back
 */
@Embeddable
public record ChangeContent(String title, @Enumerated(EnumType.STRING) ChangeType type,
        @Enumerated(EnumType.STRING) Risk risk, String riskReasons, String implementationPlan, String verificationPlan,
        String backOutPlan) {

    static ChangeContent draft(String title) {
        return new ChangeContent(title, ChangeType.NORMAL, Risk.MEDIUM, "", "", "", "");
    }

    /**
     * The same change with other plans.
     * @param implementation how the change is carried out
     * @param verification how its success is verified
     * @param backOut how it is taken back
     * @return a new content
     */
    public ChangeContent withPlans(String implementation, String verification, String backOut) {
        return new ChangeContent(this.title, this.type, this.risk, this.riskReasons, implementation, verification,
                backOut);
    }

}
