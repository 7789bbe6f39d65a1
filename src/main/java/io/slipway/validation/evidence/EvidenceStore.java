package io.slipway.validation.evidence;

import java.util.List;
import java.util.Optional;

import io.slipway.packaging.PackageDetails;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;
import io.slipway.validation.report.Report;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps evidence by its totals, and beside it what reports say in full. Nothing of it is
 * ever changed: a later delivery takes the place of a former one.
 */
@Component
class EvidenceStore {

    private static final String EVIDENCE = """
            select e.*, totals as report, '[]' as attachments, 'SUPERSEDED' as standing
              from evidence e where\s""";

    /**
     * The newest of each kind of tests of a package and its units, and the newest of all.
     * Texts are told apart as the application does.
     */
    private static final String NEWEST = EVIDENCE + """
            id in (select id from (
                (select max(id) as id from evidence
                  where release_key = :key
                    and case when unit_digest is not null and level in ('UNIT', 'SECURITY')
                             then unit_digest in (:units) else package_digest = :package end
                  group by format, level, binary name, binary environment, unit_digest)
                union (select id from evidence where release_key = :key order by id desc limit :most)) wanted)
             order by id desc""";

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long keep(EvidenceDetails evidence, String deliveryDigest, byte @Nullable [] original) {
        long id = Clause.insert("evidence", "version", 0, "release_key", evidence.releaseKey(), "package_digest",
                evidence.packageDigest(), "unit", evidence.unit(), "unit_digest", evidence.unitDigest(), "format",
                evidence.format(), "level", evidence.level(), "name", evidence.name(), "environment",
                evidence.environment(), "ran_at", evidence.ranAt(), "source", evidence.source(), "delivered_by",
                evidence.deliveredBy(), "delivered_at", evidence.deliveredAt(), "report_digest",
                evidence.reportDigest(), "report_size", evidence.reportSize(), "original_kept", evidence.originalKept(),
                "delivery_digest", deliveryDigest, "totals", Json.text(evidence.report().brief()))
            .insertedBy(this.jdbc);
        Clause
            .insert("evidence_reports", "evidence_id", id, "report", Json.text(evidence.report()), "original", original)
            .on(this.jdbc)
            .update();
        return id;
    }

    List<EvidenceDetails> newest(String key, PackageDetails content, int most) {
        return this.jdbc.sql(NEWEST)
            .param("key", key)
            .param("package", content.digest())
            .param("units", content.units().isEmpty() ? List.of("") : content.digests())
            .param("most", most)
            .query(EvidenceDetails.class)
            .list();
    }

    Optional<EvidenceDetails> find(String key, long id) {
        return this.jdbc.sql(EVIDENCE + "release_key = :key and id = :id")
            .param("key", key)
            .param("id", id)
            .query(EvidenceDetails.class)
            .optional();
    }

    /** The id of what was delivered before in just the same way. */
    Optional<Long> delivered(String key, String deliveryDigest) {
        return this.jdbc.sql("select id from evidence where release_key = :key and delivery_digest = :digest")
            .param("key", key)
            .param("digest", deliveryDigest)
            .query(Long.class)
            .optional();
    }

    Optional<Report> report(long id) {
        return this.jdbc.sql("select report from evidence_reports where evidence_id = :id")
            .param("id", id)
            .query(Kept.class)
            .optional()
            .map(Kept::report);
    }

    /** The report as it was sent, gzip, if it was small enough to be kept. */
    Optional<byte[]> original(long id) {
        return this.jdbc.sql("select original from evidence_reports where evidence_id = :id")
            .param("id", id)
            .query(byte[].class)
            .optional();
    }

    private record Kept(Report report) {
    }

}
