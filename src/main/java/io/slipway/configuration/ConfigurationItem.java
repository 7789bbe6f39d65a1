package io.slipway.configuration;

import java.util.TreeMap;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * One thing under configuration control, from its registration until it is retired. It is
 * never deleted: releases and changes of the past go on naming it.
 */
@Entity
@Table(name = "configuration_items")
class ConfigurationItem {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(name = "item_key", updatable = false)
    private String key = "";

    private String name = "";

    @Enumerated(EnumType.STRING)
    private ItemType type = ItemType.SERVICE;

    @Enumerated(EnumType.STRING)
    private Criticality criticality = Criticality.LOW;

    private String owner = "";

    private String description = "";

    private boolean active = true;

    protected ConfigurationItem() {
    }

    ConfigurationItem(String key, ItemProfile profile) {
        this.key = key;
        change(profile);
    }

    final void change(ItemProfile profile) {
        this.name = profile.name();
        this.type = profile.type();
        this.criticality = profile.criticality();
        this.owner = profile.owner();
        this.description = profile.description();
    }

    void retire() {
        expect(true);
        this.active = false;
    }

    void reinstate() {
        expect(false);
        this.active = true;
    }

    private void expect(boolean expected) {
        if (this.active != expected) {
            throw new IllegalStateException(this.key + " is " + (this.active ? "in use" : "retired"));
        }
    }

    boolean active() {
        return this.active;
    }

    int version() {
        return this.version;
    }

    ItemDetails details() {
        return new ItemDetails(new ItemSummary(this.key, this.name, this.type, this.criticality, this.owner),
                this.description, this.active, this.version);
    }

    TreeMap<String, Object> facts() {
        TreeMap<String, Object> facts = new TreeMap<>();
        facts.put("name", this.name);
        facts.put("type", this.type);
        facts.put("criticality", this.criticality);
        facts.put("owner", this.owner);
        facts.put("description", this.description);
        return facts;
    }

}
