package io.slipway.configuration;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What may be changed of a configuration item.
 *
 * @param name its name, at most 200 characters, once per type
 * @param type what kind of thing it is
 * @param owner user name of who answers for it
 * @param description what it is for, at most 2,000 characters
 * @param edition its own version, as its makers count, at most 80 characters
 * @param attributes whatever else is known of it, value by name, at most 50
 */
public record ItemProfile(String name, ItemType type, Criticality criticality, String owner, String description,
        String edition, Map<String, String> attributes) {

    /** Sorts the attributes, so that equal ones read the same. */
    public ItemProfile {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /**
     * A profile without a version and attributes.
     * @param type what kind of thing it is
     * @param owner user name of who answers for it
     */
    public ItemProfile(String name, ItemType type, Criticality criticality, String owner, String description) {
        this(name, type, criticality, owner, description, "", Map.of());
    }

    /** What the journal says of an item with this profile, by name. */
    TreeMap<String, Object> facts(ItemStatus status) {
        TreeMap<String, Object> facts = new TreeMap<>();
        facts.put("name", this.name);
        facts.put("type", this.type);
        facts.put("criticality", this.criticality);
        facts.put("owner", this.owner);
        facts.put("description", this.description);
        facts.put("status", status);
        facts.put("edition", this.edition);
        facts.put("attributes", AttributeText.write(this.attributes));
        return facts;
    }

}
