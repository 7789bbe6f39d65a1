package io.slipway.configuration.web;

import java.util.Map;

import io.slipway.configuration.AttributeText;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemStatus;
import io.slipway.configuration.ItemType;
import io.slipway.input.InputCheck;
import io.slipway.ui.form.FormText;

/**
 * The form to register or change a configuration item.
 *
 * @param key its key; not asked for again when it is changed
 * @param type what kind of thing it is
 * @param owner user name of who answers for it
 * @param status planned or live; not asked for again when it is changed
 * @param attributes whatever else is known of it, one to a line
 */
record ItemForm(String key, String name, String type, String criticality, String owner, String status, String edition,
        String description, String attributes, String version) {

    static ItemForm empty() {
        return new ItemForm("", "", "", "", "", "LIVE", "", "", "", "");
    }

    static ItemForm of(ItemDetails details) {
        return new ItemForm(details.item().key(), details.item().name(), details.item().type().name(),
                details.item().criticality().name(), details.item().owner(), details.item().status().name(),
                details.item().edition(), details.description(), AttributeText.write(details.attributes()),
                Integer.toString(details.version()));
    }

    /** What was typed; notes attributes that cannot be read. */
    ItemProfile toProfile(InputCheck check) {
        Map<String, String> read = check.read(() -> AttributeText.read(this.attributes));
        return new ItemProfile(this.name, FormText.choice(ItemType.class, this.type),
                FormText.choice(Criticality.class, this.criticality), this.owner, this.description, this.edition,
                (read != null) ? read : Map.of());
    }

    ItemStatus newStatus() {
        return "PLANNED".equals(this.status) ? ItemStatus.PLANNED : ItemStatus.LIVE;
    }

    int shownVersion() {
        return this.version.matches("\\d{1,9}") ? Integer.parseInt(this.version) : -1;
    }

}
