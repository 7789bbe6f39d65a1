package io.slipway.change.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import io.slipway.change.ChangeContent;
import io.slipway.change.ChangeType;
import io.slipway.configuration.ItemSummary;
import io.slipway.ui.form.FormText;

/**
 * The change record as its requester writes it.
 *
 * @param standardChange number of the standing authorisation, if it is a standard change
 * @param items keys of the affected configuration items, with spaces, commas or line
 * breaks between them
 * @param riskRemark what the requester adds to the assessed risk
 * @param implementationPlan how the change is carried out
 * @param outcome the pressed button: {@code request}
 */
record RequestChangeForm(String title, String type, String standardChange, String items, String riskRemark,
        String implementationPlan, String verificationPlan, String backOutPlan, String outcome) {

    static RequestChangeForm of(ChangeContent content, Collection<ItemSummary> items) {
        return new RequestChangeForm(content.title(), content.type().name(),
                (content.standardChange() != null) ? content.standardChange().toString() : "",
                items.stream().map(ItemSummary::key).collect(Collectors.joining("\n")), content.riskRemark(),
                content.implementationPlan(), content.verificationPlan(), content.backOutPlan(), "");
    }

    RequestChangeForm answered() {
        return new RequestChangeForm(this.title, this.type, this.standardChange, this.items, this.riskRemark,
                this.implementationPlan, this.verificationPlan, this.backOutPlan, "request");
    }

    ChangeContent toCommand() {
        ChangeType chosen = FormText.choice(ChangeType.class, this.type);
        Long standard = (chosen == ChangeType.STANDARD && this.standardChange.matches("[1-9][0-9]{0,17}"))
                ? Long.valueOf(this.standardChange) : null;
        return new ChangeContent(this.title, chosen, standard, this.riskRemark, this.implementationPlan,
                this.verificationPlan, this.backOutPlan);
    }

    List<String> itemKeys() {
        return Arrays.stream(this.items.split("[\\s,;]+")).filter((key) -> !key.isEmpty()).distinct().toList();
    }

}
