package io.slipway.configuration.web;

import io.slipway.configuration.AttributeText;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemStatus;
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
 * @param status planned or live; not asked for again when it is changed
 * @param edition its own version
 * @param description what it is for
 * @param attributes whatever else is known of it, one to a line
 * @param version the version that was shown
 */
record ItemForm(@Size(max = 64, message = "{configuration.too-long}") @Nullable String key,
        @NotBlank(message = "{configuration.name.missing}") @Size(max = 200,
                message = "{configuration.too-long}") @Nullable String name,
        @Pattern(regexp = "SERVICE|APPLICATION|DATABASE|HOST|ENVIRONMENT|COMPONENT|DOCUMENT|OTHER",
                message = "{configuration.type.missing}") @Nullable String type,
        @Pattern(regexp = "LOW|MEDIUM|HIGH|CRITICAL",
                message = "{configuration.criticality.missing}") @Nullable String criticality,
        @NotBlank(message = "{configuration.owner.missing}") @Size(max = 64,
                message = "{configuration.too-long}") @Nullable String owner,
        @Pattern(regexp = "PLANNED|LIVE|", message = "{configuration.status.missing}") @Nullable String status,
        @Size(max = 80, message = "{configuration.too-long}") @Nullable String edition,
        @Size(max = 2000, message = "{configuration.too-long}") @Nullable String description,
        @Size(max = 30_000, message = "{configuration.too-long}") @Nullable String attributes,
        @Nullable String version) {

    ItemForm {
        key = FormText.of(key);
        name = FormText.of(name);
        type = FormText.of(type);
        criticality = FormText.of(criticality);
        owner = FormText.of(owner);
        status = FormText.of(status);
        edition = FormText.of(edition);
        description = FormText.of(description);
        attributes = FormText.of(attributes);
        version = FormText.of(version);
    }

    static ItemForm empty() {
        return new ItemForm("", "", "", "", "", "LIVE", "", "", "", "");
    }

    static ItemForm of(ItemDetails details) {
        return new ItemForm(details.item().key(), details.item().name(), details.item().type().name(),
                details.item().criticality().name(), details.item().owner(), details.item().status().name(),
                details.item().edition(), details.description(), AttributeText.write(details.attributes()),
                Integer.toString(details.version()));
    }

    /** What was typed; refuses attributes that cannot be read. */
    ItemProfile toProfile() {
        return new ItemProfile(this.name, ItemType.valueOf(this.type), Criticality.valueOf(this.criticality),
                this.owner, this.description, this.edition, AttributeText.read(this.attributes));
    }

    ItemStatus newStatus() {
        return "PLANNED".equals(this.status) ? ItemStatus.PLANNED : ItemStatus.LIVE;
    }

    int shownVersion() {
        return this.version.matches("\\d{1,9}") ? Integer.parseInt(this.version) : -1;
    }

}
