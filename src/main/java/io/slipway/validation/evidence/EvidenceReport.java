package io.slipway.validation.evidence;

import io.slipway.validation.report.Report;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/**
 * What a report says with suites and findings, and the report itself if it is small.
 */
@Entity
@Immutable
@Table(name = "evidence_reports")
class EvidenceReport implements Persistable<Long> {

    @Id
    private @Nullable Long evidenceId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Report report;

    private byte @Nullable [] original;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected EvidenceReport() {
    }

    EvidenceReport(long evidenceId, Report report, byte @Nullable [] original) {
        this.evidenceId = evidenceId;
        this.report = report;
        this.original = original;
    }

    @Override
    public @Nullable Long getId() {
        return this.evidenceId;
    }

    /** It is only ever made, never changed. */
    @Override
    public boolean isNew() {
        return true;
    }

    Report report() {
        return this.report;
    }

    byte @Nullable [] original() {
        return this.original;
    }

}
