package io.slipway.change.web;

import io.slipway.change.ChangeContent;
import io.slipway.change.ChangeRisk;
import io.slipway.change.ChangeType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The change record as its requester writes it.
 *
 * @param outcome the pressed button
 * @param title what is changed
 * @param type how it is authorised
 * @param risk how much is at stake
 * @param riskReasons why the risk is assessed so
 * @param implementationPlan how the change is carried out
 * @param verificationPlan how its success is verified
 * @param backOutPlan how it is taken back
 */
record RequestChangeForm(@Nullable String outcome,
        @NotBlank(message = "{change.title.missing}") @Size(max = 200,
                message = "{change.title.too-long}") String title,
        @NotBlank(message = "{change.type.missing}") @Pattern(regexp = "|STANDARD|NORMAL|EMERGENCY",
                message = "{change.type.missing}") String type,
        @NotBlank(message = "{change.risk.missing}") @Pattern(regexp = "|LOW|MEDIUM|HIGH",
                message = "{change.risk.missing}") String risk,
        @NotBlank(message = "{change.riskReasons.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") String riskReasons,
        @NotBlank(message = "{change.implementationPlan.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") String implementationPlan,
        @NotBlank(message = "{change.verificationPlan.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") String verificationPlan,
        @NotBlank(message = "{change.backOutPlan.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") String backOutPlan) {

    static RequestChangeForm of(ChangeContent content) {
        return new RequestChangeForm(null, content.title(), content.type().name(), content.risk().name(),
                content.riskReasons(), content.implementationPlan(), content.verificationPlan(), content.backOutPlan());
    }

    ChangeContent toCommand() {
        return new ChangeContent(this.title.strip(), ChangeType.valueOf(this.type), ChangeRisk.valueOf(this.risk),
                this.riskReasons.strip(), this.implementationPlan.strip(), this.verificationPlan.strip(),
                this.backOutPlan.strip());
    }

}
