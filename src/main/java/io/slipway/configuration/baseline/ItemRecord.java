package io.slipway.configuration.baseline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.slipway.configuration.AttributeText;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemStatus;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.relation.RelationKind;
import io.slipway.configuration.relation.RelationRef;

/**
 * All that was recorded of an item.
 *
 * @param type what kind of thing it was
 * @param owner user name of who answered for it
 * @param status where it was in its life
 * @param attributes whatever else was known of it
 * @param relations what it needed, kind and key with a blank between them
 */
public record ItemRecord(String key, String name, ItemType type, Criticality criticality, String owner,
        ItemStatus status, String edition, String description, Map<String, String> attributes, List<String> relations) {

    static ItemRecord of(ItemDetails item, SortedSet<RelationRef> relations) {
        return new ItemRecord(item.item().key(), item.item().name(), item.item().type(), item.item().criticality(),
                item.item().owner(), item.item().status(), item.item().edition(), item.description(), item.attributes(),
                relations.stream().map((one) -> one.kind() + " " + one.target()).toList());
    }

    ItemProfile profile() {
        return new ItemProfile(this.name, this.type, this.criticality, this.owner, this.description, this.edition,
                this.attributes);
    }

    SortedSet<RelationRef> refs() {
        return this.relations.stream().map((text) -> {
            int blank = text.indexOf(' ');
            return new RelationRef(RelationKind.valueOf(text.substring(0, blank)), text.substring(blank + 1));
        }).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every field by its name, as text, in the order in which pages show them. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", this.name);
        fields.put("type", this.type.name());
        fields.put("criticality", this.criticality.name());
        fields.put("owner", this.owner);
        fields.put("status", this.status.name());
        fields.put("edition", this.edition);
        fields.put("description", this.description);
        fields.put("attributes", AttributeText.write(this.attributes));
        fields.put("relations", refs().stream().map(RelationRef::text).collect(Collectors.joining("\n")));
        return fields;
    }

}
