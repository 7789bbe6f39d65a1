package io.slipway.change.web;

import io.slipway.change.ChangeContent;
import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the change authority's question, with the plans that it may amend.
 *
 * @param answer the answer
 * @param implementationPlan how the change is carried out
 * @param verificationPlan how its success is verified
 * @param backOutPlan how it is taken back
 * @param outcome the pressed button: {@code supply}
 */
record SupplyInformationForm(
        @NotBlank(message = "{change.answer.missing}") @Size(max = 2000,
                message = "{change.text.too-long}") @Nullable String answer,
        @NotBlank(message = "{change.implementationPlan.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") @Nullable String implementationPlan,
        @NotBlank(message = "{change.verificationPlan.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") @Nullable String verificationPlan,
        @NotBlank(message = "{change.backOutPlan.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") @Nullable String backOutPlan,
        @Pattern(regexp = "supply", message = "{change.outcome.missing}") @Nullable String outcome) {

    SupplyInformationForm {
        answer = FormText.of(answer);
        implementationPlan = FormText.of(implementationPlan);
        verificationPlan = FormText.of(verificationPlan);
        backOutPlan = FormText.of(backOutPlan);
        outcome = FormText.of(outcome);
    }

    static SupplyInformationForm of(ChangeContent content) {
        return new SupplyInformationForm("", content.implementationPlan(), content.verificationPlan(),
                content.backOutPlan(), "");
    }

}
