package io.slipway.configuration.web;

import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form to register or change a configuration item.
 *
 * @param key its key; not asked for again when it is changed
 * @param name its name
 * @param type what kind of thing it is
 * @param criticality how much depends on it
 * @param owner user name of who answers for it
 * @param description what it is for
 * @param version the version that was shown
 */
record ItemForm(@Size(max = 64, message = "{configuration.too-long}") @Nullable String key,
        @NotBlank(message = "{configuration.name.missing}") @Size(max = 200,
                message = "{configuration.too-long}") @Nullable String name,
        @Pattern(regexp = "SERVICE|APPLICATION|DATABASE|HOST|ENVIRONMENT|COMPONENT|DOCUMENT",
                message = "{configuration.type.missing}") @Nullable String type,
        @Pattern(regexp = "LOW|MEDIUM|HIGH|CRITICAL",
                message = "{configuration.criticality.missing}") @Nullable String criticality,
        @NotBlank(message = "{configuration.owner.missing}") @Size(max = 64,
                message = "{configuration.too-long}") @Nullable String owner,
        @Size(max = 2000, message = "{configuration.too-long}") @Nullable String description,
        @Nullable String version) {

    ItemForm {
        key = FormText.of(key);
        name = FormText.of(name);
        type = FormText.of(type);
        criticality = FormText.of(criticality);
        owner = FormText.of(owner);
        description = FormText.of(description);
        version = FormText.of(version);
    }

    static ItemForm empty() {
        return new ItemForm("", "", "", "", "", "", "");
    }

    static ItemForm of(ItemDetails details) {
        return new ItemForm(details.item().key(), details.item().name(), details.item().type().name(),
                details.item().criticality().name(), details.item().owner(), details.description(),
                Integer.toString(details.version()));
    }

    ItemProfile toProfile() {
        return new ItemProfile(this.name, ItemType.valueOf(this.type), Criticality.valueOf(this.criticality),
                this.owner, this.description);
    }

    int shownVersion() {
        return this.version.matches("\\d{1,9}") ? Integer.parseInt(this.version) : -1;
    }

}
