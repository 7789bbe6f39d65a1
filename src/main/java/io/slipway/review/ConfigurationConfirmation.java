package io.slipway.review;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * The statement that the CMDB shows what a release left in production. It is never
 * changed, and lies beside the review because both are made at the same time.
 */
@Entity
@Immutable
@Table(name = "configuration_confirmations")
class ConfigurationConfirmation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    private String releaseKey;

    private String updates;

    private String confirmedBy;

    private Instant confirmedAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected ConfigurationConfirmation() {
    }

    ConfigurationConfirmation(String releaseKey, String updates, String by, Instant at) {
        this.releaseKey = releaseKey;
        this.updates = updates;
        this.confirmedBy = by;
        this.confirmedAt = at;
    }

    ConfirmedConfiguration details() {
        return new ConfirmedConfiguration(this.updates, this.confirmedBy, this.confirmedAt);
    }

}
