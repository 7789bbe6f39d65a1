package io.slipway.change.web;

import io.slipway.change.ChangeContent;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the change authority's question, with the plans that it may amend.
 *
 * @param outcome the pressed button
 * @param answer the answer
 * @param implementationPlan how the change is carried out
 * @param verificationPlan how its success is verified
 * @param backOutPlan how it is taken back
 */
record SupplyInformationForm(@Nullable String outcome,
        @NotBlank(message = "{change.answer.missing}") @Size(max = 2000,
                message = "{change.reason.too-long}") String answer,
        @NotBlank(message = "{change.implementationPlan.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") String implementationPlan,
        @NotBlank(message = "{change.verificationPlan.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") String verificationPlan,
        @NotBlank(message = "{change.backOutPlan.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") String backOutPlan) {

    static SupplyInformationForm of(ChangeContent content) {
        return new SupplyInformationForm(null, "", content.implementationPlan(), content.verificationPlan(),
                content.backOutPlan());
    }

}
