package io.slipway.change.standard.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.change.standard.StandardRule;
import io.slipway.input.InvalidInputException;
import io.slipway.input.WholeNumber;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.Risk;
import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form to propose a standing authorisation.
 *
 * @param name what kind of change
 * @param description what is done and why it is harmless
 * @param services names of the services, one per line
 * @param models deployment models
 * @param maxRisk the highest risk
 * @param schemaChange whether a database schema may change
 * @param validUntil the last day, such as {@code 2027-06-30}
 * @param usesPerMonth how often in a month
 */
record StandardForm(
        @NotBlank(message = "{change.standard.name.missing}") @Size(max = 120,
                message = "{change.text.too-long}") @Nullable String name,
        @NotBlank(message = "{change.standard.description.missing}") @Size(max = 2000,
                message = "{change.text.too-long}") @Nullable String description,
        @NotBlank(message = "{change.standard.services.missing}") @Size(max = 4000,
                message = "{change.text.too-long}") @Nullable String services,
        @NotEmpty(message = "{change.standard.models.missing}") @Nullable List<@Pattern(
                regexp = "BIG_BANG|PHASED|PARALLEL|CONTINUOUS",
                message = "{change.standard.models.missing}") String> models,
        @Pattern(regexp = "LOW|MEDIUM|HIGH", message = "{change.standard.maxRisk.missing}") @Nullable String maxRisk,
        @Nullable Boolean schemaChange,
        @NotBlank(message = "{change.standard.validUntil.missing}") @Nullable String validUntil,
        @NotBlank(message = "{change.standard.usesPerMonth.missing}") @WholeNumber(min = 1,
                max = 1000) @Nullable String usesPerMonth) {

    StandardForm {
        name = FormText.of(name);
        description = FormText.of(description);
        services = FormText.of(services);
        models = (models != null) ? List.copyOf(models) : List.of();
        maxRisk = FormText.of(maxRisk);
        schemaChange = Boolean.TRUE.equals(schemaChange);
        validUntil = FormText.of(validUntil);
        usesPerMonth = FormText.of(usesPerMonth);
    }

    static StandardForm empty() {
        return new StandardForm("", "", "", List.of(), "LOW", false, "", "10");
    }

    StandardRule toCommand() {
        Set<String> names = this.services.lines()
            .map(String::strip)
            .filter((name) -> !name.isEmpty())
            .collect(Collectors.toSet());
        if (names.stream().anyMatch((name) -> name.length() > 200)) {
            throw new InvalidInputException("services", "change.standard.services.missing");
        }
        return new StandardRule(this.name, this.description, names,
                this.models.stream().map(DeploymentModel::valueOf).collect(Collectors.toSet()),
                Risk.valueOf(this.maxRisk), this.schemaChange, day(), FormText.number(this.usesPerMonth));
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(this.validUntil);
        }
        catch (DateTimeException ex) {
            throw new InvalidInputException("validUntil", "change.standard.validUntil.missing");
        }
    }

}
