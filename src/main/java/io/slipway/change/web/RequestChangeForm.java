package io.slipway.change.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import io.slipway.change.ChangeContent;
import io.slipway.change.ChangeType;
import io.slipway.configuration.ItemSummary;
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
 * @param standardChange number of the standing authorisation, if it is a standard change
 * @param items keys of the affected configuration items, with spaces, commas or line
 * breaks between them
 * @param riskRemark what the requester adds to the assessed risk
 * @param implementationPlan how the change is carried out
 * @param verificationPlan how its success is verified
 * @param backOutPlan how it is taken back
 * @param outcome the pressed button: {@code request}
 */
record RequestChangeForm(
        @NotBlank(message = "{change.title.missing}") @Size(max = 200,
                message = "{change.text.too-long}") @Nullable String title,
        @Pattern(regexp = "STANDARD|NORMAL|EMERGENCY", message = "{change.type.missing}") @Nullable String type,
        @Pattern(regexp = "|[1-9][0-9]{0,17}", message = "{change.standard.missing}") @Nullable String standardChange,
        @Size(max = 14000, message = "{change.text.too-long}") @Nullable String items,
        @Size(max = 4000, message = "{change.text.too-long}") @Nullable String riskRemark,
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
        standardChange = FormText.of(standardChange);
        items = FormText.of(items);
        riskRemark = FormText.of(riskRemark);
        implementationPlan = FormText.of(implementationPlan);
        verificationPlan = FormText.of(verificationPlan);
        backOutPlan = FormText.of(backOutPlan);
        outcome = FormText.of(outcome);
    }

    static RequestChangeForm of(ChangeContent content, Collection<ItemSummary> items) {
        return new RequestChangeForm(content.title(), content.type().name(),
                (content.standardChange() != null) ? content.standardChange().toString() : "",
                items.stream().map(ItemSummary::key).collect(Collectors.joining("\n")), content.riskRemark(),
                content.implementationPlan(), content.verificationPlan(), content.backOutPlan(), "");
    }

    ChangeContent toCommand() {
        ChangeType chosen = ChangeType.valueOf(this.type);
        Long standard = (chosen == ChangeType.STANDARD && !this.standardChange.isEmpty())
                ? Long.valueOf(this.standardChange) : null;
        return new ChangeContent(this.title, chosen, standard, this.riskRemark, this.implementationPlan,
                this.verificationPlan, this.backOutPlan);
    }

    List<String> itemKeys() {
        return Arrays.stream(this.items.split("[\\s,;]+")).filter((key) -> !key.isEmpty()).distinct().toList();
    }

}
