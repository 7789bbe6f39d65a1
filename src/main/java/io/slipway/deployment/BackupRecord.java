package io.slipway.deployment;

import java.time.Instant;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed backup. It is never changed.
 */
@Entity
@Immutable
@Table(name = "backups")
class BackupRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    private String releaseKey;

    @Embedded
    private Backup content;

    private String recordedBy;

    private Instant recordedAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected BackupRecord() {
    }

    BackupRecord(String releaseKey, Backup content, String by, Instant at) {
        this.releaseKey = releaseKey;
        this.content = content;
        this.recordedBy = by;
        this.recordedAt = at;
    }

    BackupDetails details() {
        return new BackupDetails(this.content, this.recordedBy, this.recordedAt);
    }

}
