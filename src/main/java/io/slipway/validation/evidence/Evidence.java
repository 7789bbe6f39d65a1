package io.slipway.validation.evidence;

import java.time.Instant;
import java.util.List;

import io.slipway.validation.report.Report;
import io.slipway.validation.report.ReportFormat;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A delivered report with what was tested, by its totals. It is never changed: a later
 * delivery takes its place.
 */
@Entity
@Immutable
@Table(name = "evidence")
class Evidence {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    private String releaseKey;

    private String packageDigest;

    private @Nullable String unit;

    private @Nullable String unitDigest;

    @Enumerated(EnumType.STRING)
    private ReportFormat format;

    @Enumerated(EnumType.STRING)
    private TestLevel level;

    private String name;

    private String environment;

    private Instant ranAt;

    private String source;

    private String deliveredBy;

    private Instant deliveredAt;

    private String reportDigest;

    private long reportSize;

    private boolean originalKept;

    private String deliveryDigest;

    @JdbcTypeCode(SqlTypes.JSON)
    private Report totals;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected Evidence() {
    }

    Evidence(String releaseKey, String packageDigest, EvidenceRules.Sound sound, Content content, String by,
            Instant at) {
        this.releaseKey = releaseKey;
        this.packageDigest = packageDigest;
        this.unit = sound.unit();
        this.unitDigest = sound.unitDigest();
        this.format = sound.format();
        this.level = sound.level();
        this.name = sound.name();
        this.environment = sound.environment();
        this.ranAt = sound.ranAt();
        this.source = sound.source();
        this.deliveredBy = by;
        this.deliveredAt = at;
        this.reportDigest = content.original().digest();
        this.reportSize = content.original().size();
        this.originalKept = content.original().compressed() != null;
        this.deliveryDigest = content.deliveryDigest(packageDigest, sound);
        this.totals = content.report().brief();
    }

    static String slot(ReportFormat format, TestLevel level, String name, String environment,
            @Nullable String unitDigest) {
        return String.join("\n", format.id(), level.id(), name, environment, String.valueOf(unitDigest));
    }

    /** What a later delivery takes the place of. */
    String slot() {
        return slot(this.format, this.level, this.name, this.environment, this.unitDigest);
    }

    /** Whether it speaks of a package, or of a unit that is in it. */
    boolean isOf(String currentPackage, List<String> unitDigests) {
        return (this.unitDigest != null && this.level.ofOneUnit()) ? unitDigests.contains(this.unitDigest)
                : this.packageDigest.equals(currentPackage);
    }

    boolean isManual() {
        return this.format == ReportFormat.MANUAL;
    }

    boolean finished() {
        return this.totals.finished();
    }

    long id() {
        if (this.id == null) {
            throw new IllegalStateException("Not kept yet");
        }
        return this.id;
    }

    EvidenceDetails details(EvidenceStanding standing, List<EvidenceAttachment> attachments) {
        return new EvidenceDetails(id(), this.releaseKey, this.format, this.level, this.name, this.environment,
                this.ranAt, this.source, this.unit, this.unitDigest, this.packageDigest, this.deliveredBy,
                this.deliveredAt, this.reportDigest, this.reportSize, this.originalKept, attachments, this.totals,
                standing);
    }

}
