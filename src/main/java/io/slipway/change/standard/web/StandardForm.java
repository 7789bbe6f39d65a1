package io.slipway.change.standard.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.change.standard.StandardRule;
import io.slipway.input.InputCheck;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.Risk;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The form to propose a standing authorisation.
 *
 * @param description what is done and why it is harmless
 * @param services names of the services, one per line
 * @param schemaChange whether a database schema may change
 * @param validUntil the last day, such as {@code 2027-06-30}
 */
record StandardForm(String name, String description, String services, @Nullable List<String> models, String maxRisk,
        @Nullable Boolean schemaChange, String validUntil, String usesPerMonth) {

    StandardForm {
        models = (models != null) ? List.copyOf(models) : List.of();
        schemaChange = Boolean.TRUE.equals(schemaChange);
    }

    static StandardForm empty() {
        return new StandardForm("", "", "", List.of(), "LOW", false, "", "10");
    }

    StandardRule toCommand(InputCheck check) {
        Set<String> names = this.services.lines()
            .map(String::strip)
            .filter((name) -> !name.isEmpty())
            .collect(Collectors.toSet());
        Set<DeploymentModel> chosen = this.models.stream()
            .map((model) -> FormText.choice(DeploymentModel.class, model))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
        return new StandardRule(this.name, this.description, names, chosen, FormText.choice(Risk.class, this.maxRisk),
                this.schemaChange, day(),
                FormText.number(check, "usesPerMonth", this.usesPerMonth, "change.standard.usesPerMonth.missing"));
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(this.validUntil);
        }
        catch (DateTimeException ex) {
            return null;
        }
    }

}
