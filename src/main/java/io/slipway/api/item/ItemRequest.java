package io.slipway.api.item;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemStatus;
import io.slipway.configuration.ItemType;
import io.slipway.input.InputCheck;
import org.jspecify.annotations.Nullable;

/**
 * A configuration item as tools write it. What is left out is empty; an update replaces
 * all of it, relations excepted, which have addresses of their own.
 *
 * @param key its key; an update may repeat it
 * @param type what kind of thing it is
 * @param owner user name of who answers for it
 * @param status planned or live; live if left out. An update may take a planned item into
 * use
 * @param attributes whatever else is known of it, value by name
 */
record ItemRequest(@Nullable String key, @Nullable String name, @Nullable ItemType type,
        @Nullable Criticality criticality, @Nullable String owner, @Nullable ItemStatus status,
        @Nullable String version, @Nullable String description, @Nullable Map<String, @Nullable String> attributes) {

    /** What is to be written; refuses what is missing. */
    ItemProfile profile() {
        InputCheck check = new InputCheck();
        check.refuseIf(this.type == null, "type", "configuration.type.missing");
        check.refuseIf(this.criticality == null, "criticality", "configuration.criticality.missing");
        check.refuseIf(text(this.name).isEmpty(), "name", "configuration.name.missing");
        check.refuseIf(text(this.owner).isEmpty(), "owner", "configuration.owner.missing");
        Map<String, String> all = new TreeMap<>();
        if (this.attributes != null) {
            this.attributes.forEach((name, value) -> all.put(name.strip(), text(value)));
        }
        check.finish();
        return new ItemProfile(text(this.name), java.util.Objects.requireNonNull(this.type),
                java.util.Objects.requireNonNull(this.criticality), text(this.owner), text(this.description),
                text(this.version), all);
    }

    String newKey() {
        return text(this.key).toLowerCase(Locale.ROOT);
    }

    ItemStatus newStatus() {
        return (this.status != null) ? this.status : ItemStatus.LIVE;
    }

    /** An update changes neither the key nor the state, but for going live. */
    void refuseOther(ItemDetails item) {
        InputCheck check = new InputCheck();
        check.refuseIf(!newKey().isEmpty() && !newKey().equals(item.item().key()), "key", "api.items.key");
        boolean live = item.item().status() == ItemStatus.PLANNED && this.status == ItemStatus.LIVE;
        check.refuseIf(this.status != null && this.status != item.item().status() && !live, "status",
                "api.items.status");
        check.finish();
    }

    private static String text(@Nullable String value) {
        return (value != null) ? value.strip().replace("\r\n", "\n") : "";
    }

}
