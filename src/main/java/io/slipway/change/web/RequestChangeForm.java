package io.slipway.change.web;

import io.slipway.change.ChangeContent;
import io.slipway.change.ChangeType;
import io.slipway.policy.Risk;
import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The change record as its requester writes it.
 *
 * @param title what is changed
 * @param type how it is authorised
 * @param risk how much is at stake
 * @param riskReasons why the risk is assessed so
 * @param implementationPlan how the change is carried out
 * @param verificationPlan how its success is verified
 * @param backOutPlan how it is taken back
 * @param outcome the pressed button: {@code request}
 */
record RequestChangeForm(
        @NotBlank(message = "{change.title.missing}") @Size(max = 200,
                message = "{change.text.too-long}") @Nullable String title,
        @Pattern(regexp = "STANDARD|NORMAL|EMERGENCY", message = "{change.type.missing}") @Nullable String type,
        @Pattern(regexp = "LOW|MEDIUM|HIGH", message = "{change.risk.missing}") @Nullable String risk,
        @NotBlank(message = "{change.riskReasons.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") @Nullable String riskReasons,
        @NotBlank(message = "{change.implementationPlan.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") @Nullable String implementationPlan,
        @NotBlank(message = "{change.verificationPlan.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") @Nullable String verificationPlan,
        @NotBlank(message = "{change.backOutPlan.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") @Nullable String backOutPlan,
        @Pattern(regexp = "request", message = "{change.outcome.missing}") @Nullable String outcome) {

    RequestChangeForm {
        title = FormText.of(title);
        type = FormText.of(type);
        risk = FormText.of(risk);
        riskReasons = FormText.of(riskReasons);
        implementationPlan = FormText.of(implementationPlan);
        verificationPlan = FormText.of(verificationPlan);
        backOutPlan = FormText.of(backOutPlan);
        outcome = FormText.of(outcome);
    }

    static RequestChangeForm of(ChangeContent content) {
        return new RequestChangeForm(content.title(), content.type().name(), content.risk().name(),
                content.riskReasons(), content.implementationPlan(), content.verificationPlan(), content.backOutPlan(),
                "");
    }

    ChangeContent toCommand() {
        return new ChangeContent(this.title, ChangeType.valueOf(this.type), Risk.valueOf(this.risk), this.riskReasons,
                this.implementationPlan, this.verificationPlan, this.backOutPlan);
    }

}
