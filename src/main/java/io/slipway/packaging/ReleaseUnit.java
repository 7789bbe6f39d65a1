package io.slipway.packaging;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A release unit as delivered: never changed, only removed and delivered anew.
 */
@Entity
@Table(name = "release_units")
class ReleaseUnit {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;

    private String version;

    private String artifact;

    private String digest;

    @Column(name = "source_commit")
    private String commit;

    private Instant committedAt;

    private String deliveredBy;

    private Instant deliveredAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected ReleaseUnit() {
    }

    ReleaseUnit(UnitDelivery delivery, String deliveredBy, Instant deliveredAt) {
        this.name = delivery.name();
        this.version = delivery.version();
        this.artifact = delivery.artifact();
        this.digest = delivery.digest();
        this.commit = delivery.commit();
        this.committedAt = Objects.requireNonNull(delivery.committedAt());
        this.deliveredBy = deliveredBy;
        this.deliveredAt = deliveredAt;
    }

    boolean hasId(long asked) {
        return this.id != null && this.id == asked;
    }

    boolean clashesWith(ReleaseUnit other) {
        return this.name.equalsIgnoreCase(other.name) || this.digest.equals(other.digest);
    }

    String name() {
        return this.name;
    }

    String digest() {
        return this.digest;
    }

}
