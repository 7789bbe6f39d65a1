package io.slipway.configuration.web;

import java.util.Locale;

import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form that states that an item needs another.
 *
 * @param kind how it needs the other
 * @param target key of the other
 */
record RelationForm(
        @Pattern(regexp = "DEPENDS_ON|RUNS_ON|CONTAINS|USES|CONNECTS_TO",
                message = "{configuration.relation.kind.missing}") @Nullable String kind,
        @NotBlank(message = "{configuration.relation.target.missing}") @Size(max = 64,
                message = "{configuration.too-long}") @Nullable String target) {

    RelationForm {
        kind = FormText.of(kind);
        target = FormText.of(target).toLowerCase(Locale.ROOT);
    }

    static RelationForm empty() {
        return new RelationForm("", "");
    }

}
