package io.slipway.configuration;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import io.slipway.identity.Act;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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

    /** In the database, what was never confirmed was confirmed then. */
    static final Instant NEVER = Instant.parse("2000-01-01T00:00:00Z");

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

    private String edition = "";

    @Convert(converter = AttributesColumn.class)
    private Map<String, String> attributes = Map.of();

    @Enumerated(EnumType.STRING)
    private ItemStatus status = ItemStatus.LIVE;

    /** Whether it is not retired; lists read it by index. */
    private boolean active = true;

    private Instant confirmedAt = NEVER;

    private @Nullable String confirmedBy;

    protected ConfigurationItem() {
    }

    ConfigurationItem(String key, ItemProfile profile, ItemStatus status) {
        if (status == ItemStatus.RETIRED) {
            throw new IllegalArgumentException("Nothing is registered as retired: " + key);
        }
        this.key = key;
        this.status = status;
        change(profile);
    }

    final void change(ItemProfile profile) {
        this.name = profile.name();
        this.type = profile.type();
        this.criticality = profile.criticality();
        this.owner = profile.owner();
        this.description = profile.description();
        this.edition = profile.edition();
        this.attributes = profile.attributes();
    }

    void goLive() {
        expect(this.status == ItemStatus.PLANNED);
        enter(ItemStatus.LIVE);
    }

    void retire() {
        expect(this.status != ItemStatus.RETIRED);
        enter(ItemStatus.RETIRED);
    }

    void reinstate() {
        expect(this.status == ItemStatus.RETIRED);
        enter(ItemStatus.LIVE);
    }

    /** Somebody looked, and the record is right. */
    void confirm(Act act) {
        expect(this.status != ItemStatus.RETIRED);
        this.confirmedBy = act.by();
        this.confirmedAt = act.at();
    }

    private void enter(ItemStatus next) {
        this.status = next;
        this.active = next != ItemStatus.RETIRED;
    }

    private void expect(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException(this.key + " is " + this.status);
        }
    }

    ItemStatus status() {
        return this.status;
    }

    int version() {
        return this.version;
    }

    String key() {
        return this.key;
    }

    ItemDetails details() {
        return new ItemDetails(new ItemSummary(this.key, this.name, this.type, this.criticality, this.owner,
                this.edition, this.status, this.confirmedAt), this.description, this.attributes, this.confirmedBy,
                this.version);
    }

    TreeMap<String, Object> facts() {
        return details().profile().facts(this.status);
    }

}
