package io.slipway.validation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.sql.Clause;
import io.slipway.sql.ReadOnce;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps verdicts on packages and rehearsals of their rollback. They are never changed: a
 * package that is built again is assessed again, and what failed is rehearsed again.
 */
@Component
class ValidationStore {

    private static final String ASSESSMENTS = """
            select critical, major, minor, report, summary, verdict, reason, assessed_by as `by`, assessed_at as at,
                   coalesce(package_mark = :mark, false) as counts
              from test_assessments where release_key = :key order by id desc""";

    private static final String REHEARSALS = """
            select succeeded, rehearsed_at, duration_minutes, notes, recorded_by as `by`, recorded_at as at,
                   coalesce(package_mark = :mark, false) as counts
              from rollback_rehearsals where release_key = :key order by id desc""";

    private static final String NEWEST = " limit 1";

    private final JdbcClient jdbc;

    private final PackageManagement packages;

    private final ReadOnce once;

    ValidationStore(JdbcClient jdbc, PackageManagement packages, ReadOnce once) {
        this.jdbc = jdbc;
        this.packages = packages;
        this.once = once;
    }

    void keep(String key, PackageMark mark, AssessmentDetails assessment) {
        TestResults results = assessment.results();
        Clause
            .insert("test_assessments", "version", 0, "release_key", key, "package_mark", mark.digest(), "critical",
                    results.critical(), "major", results.major(), "minor", results.minor(), "report", results.report(),
                    "summary", results.summary(), "verdict", assessment.verdict(), "reason", assessment.reason(),
                    "assessed_by", assessment.by(), "assessed_at", assessment.at())
            .on(this.jdbc)
            .update();
    }

    void keep(String key, PackageMark mark, RehearsalDetails rehearsal) {
        Rehearsal done = rehearsal.rehearsal();
        Clause
            .insert("rollback_rehearsals", "version", 0, "release_key", key, "package_mark", mark.digest(), "succeeded",
                    done.succeeded(), "rehearsed_at", done.rehearsedAt(), "duration_minutes", done.durationMinutes(),
                    "notes", done.notes(), "recorded_by", rehearsal.by(), "recorded_at", rehearsal.at())
            .on(this.jdbc)
            .update();
    }

    List<AssessmentDetails> assessments(String key, PackageMark mark) {
        return of(ASSESSMENTS, key, mark, AssessmentDetails.class).list();
    }

    Optional<AssessmentDetails> newestAssessment(String key, PackageMark mark) {
        return of(ASSESSMENTS + NEWEST, key, mark, AssessmentDetails.class).optional();
    }

    List<RehearsalDetails> rehearsals(String key, PackageMark mark) {
        return of(REHEARSALS, key, mark, RehearsalDetails.class).list();
    }

    Optional<RehearsalDetails> newestRehearsal(String key, PackageMark mark) {
        return of(REHEARSALS + NEWEST, key, mark, RehearsalDetails.class).optional();
    }

    /** Of some releases in their build or test those whose newest verdict is no. */
    List<FailedTests> failing(Collection<String> keys) {
        return keys.isEmpty() ? List.of()
                : this.jdbc.sql("""
                        select a.release_key, coalesce(a.reason, a.summary) reason
                          from test_assessments a join releases r on r.release_key = a.release_key
                         where a.release_key in (:keys) and a.verdict = 'FAILED' and r.ended = false
                           and r.phase in ('BUILD', 'TEST')
                           and a.id = (select max(o.id) from test_assessments o where o.release_key = a.release_key)""")
                    .param("keys", keys)
                    .query(FailedTests.class)
                    .list();
    }

    /**
     * The same of the package as it is now, which checklist and gates of one page both
     * ask for.
     */
    Optional<RehearsalDetails> newestRehearsal(ReleaseDetails release) {
        return this.once.of("newest rehearsal", release.key(), () -> newestRehearsal(release.key(), mark(release)));
    }

    PackageMark mark(ReleaseDetails release) {
        return PackageMark.of(this.packages.get(release.key()));
    }

    /** A release whose tests were not good enough, and why. */
    record FailedTests(String releaseKey, String reason) {
    }

    private <T> JdbcClient.MappedQuerySpec<T> of(String sql, String key, PackageMark mark, Class<T> type) {
        return this.jdbc.sql(sql).param("key", key).param("mark", mark.assembled() ? mark.digest() : null).query(type);
    }

}
