package io.slipway.change.web;

import io.slipway.change.ChangeContent;

/**
 * The answer to the change authority's question, with the plans that it may amend.
 *
 * @param implementationPlan how the change is carried out
 * @param outcome the pressed button: {@code supply}
 */
record SupplyInformationForm(String answer, String implementationPlan, String verificationPlan, String backOutPlan,
        String outcome) {

    static SupplyInformationForm of(ChangeContent content) {
        return new SupplyInformationForm("", content.implementationPlan(), content.verificationPlan(),
                content.backOutPlan(), "");
    }

}
