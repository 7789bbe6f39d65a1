package io.slipway.validation;

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
 * A rehearsal of the rollback plan with one package. It is never changed: what failed is
 * rehearsed again.
 */
@Entity
@Immutable
@Table(name = "rollback_rehearsals")
class RollbackRehearsal {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    private String releaseKey;

    private String packageMark;

    @Embedded
    private Rehearsal rehearsal;

    private String recordedBy;

    private Instant recordedAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected RollbackRehearsal() {
    }

    RollbackRehearsal(String releaseKey, PackageMark mark, Rehearsal rehearsal, String by, Instant at) {
        this.releaseKey = releaseKey;
        this.packageMark = mark.digest();
        this.rehearsal = rehearsal;
        this.recordedBy = by;
        this.recordedAt = at;
    }

    RehearsalDetails details(PackageMark current) {
        return new RehearsalDetails(this.rehearsal, this.recordedBy, this.recordedAt, current.is(this.packageMark));
    }

}
