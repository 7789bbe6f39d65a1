package io.slipway.validation;

import java.time.Instant;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A verdict on the test results of one package. It is never changed: a package that is
 * built again is assessed again.
 */
@Entity
@Immutable
@Table(name = "test_assessments")
class TestAssessment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    private String releaseKey;

    private String packageMark;

    @Embedded
    private TestResults results;

    @Enumerated(EnumType.STRING)
    private TestVerdict verdict;

    private @Nullable String reason;

    private String assessedBy;

    private Instant assessedAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected TestAssessment() {
    }

    private TestAssessment(String releaseKey, PackageMark mark, TestResults results, TestVerdict verdict,
            @Nullable String reason, String by, Instant at) {
        this.releaseKey = releaseKey;
        this.packageMark = mark.digest();
        this.results = results;
        this.verdict = verdict;
        this.reason = reason;
        this.assessedBy = by;
        this.assessedAt = at;
    }

    /** Passes results; gates that judged delivered ones may let failures pass. */
    static TestAssessment passed(String releaseKey, PackageMark mark, TestResults results, boolean gated, String by,
            Instant at) {
        if (!gated && !results.passable()) {
            throw new IllegalStateException("Critical or major failures of " + releaseKey + " are open");
        }
        return new TestAssessment(releaseKey, mark, results, TestVerdict.PASSED, null, by, at);
    }

    static TestAssessment failed(String releaseKey, PackageMark mark, TestResults results, String reason, String by,
            Instant at) {
        return new TestAssessment(releaseKey, mark, results, TestVerdict.FAILED, reason, by, at);
    }

    AssessmentDetails details(PackageMark current) {
        return new AssessmentDetails(this.results, this.verdict, this.reason, this.assessedBy, this.assessedAt,
                current.is(this.packageMark));
    }

}
