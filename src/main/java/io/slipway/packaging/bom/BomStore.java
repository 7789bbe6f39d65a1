package io.slipway.packaging.bom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import io.slipway.configuration.exchange.Bom;
import io.slipway.configuration.exchange.BomComponent;
import io.slipway.configuration.exchange.BomLicence;
import io.slipway.identity.Act;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps bills of materials as rows, by the digest of the artifact.
 */
@Component
class BomStore {

    private static final String SUMMARY = """
            select id, unit_digest as digest, format, spec_version, subject, component_count as components,
                   coalesce(components_listed, false) as listed, '[]' as licences, licences as counts, file_digest, uploaded_by,
                   uploaded_at
              from bills_of_materials where unit_digest in (:digests)""";

    private static final int LONGEST_SHOWN = 300;

    private static final int BATCH = 500;

    private final JdbcClient jdbc;

    private final JdbcTemplate batches;

    private final LicencePolicy policy;

    BomStore(JdbcClient jdbc, JdbcTemplate batches, LicencePolicy policy) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.policy = policy;
    }

    Optional<BomSummary> find(String digest) {
        return find(List.of(digest)).stream().findFirst();
    }

    List<BomSummary> find(Collection<String> digests) {
        return digests.isEmpty() ? List.of()
                : this.jdbc.sql(SUMMARY)
                    .param("digests", digests)
                    .query(Counted.class)
                    .list()
                    .stream()
                    .map(this::summary)
                    .toList();
    }

    /** Components in the order of the bill, those after a place. */
    List<UsedComponent> components(long bom, int after, int most) {
        return this.jdbc
            .sql("select * from bill_components where bill_id = :bom and place > :after order by place limit :most")
            .param("bom", bom)
            .param("after", after)
            .param("most", most)
            .query(Row.class)
            .list()
            .stream()
            .map(this::component)
            .toList();
    }

    InputStream file(long bom) {
        byte[] compressed = this.jdbc.sql("select file from bills_of_materials where id = :bom")
            .param("bom", bom)
            .query(byte[].class)
            .single();
        try {
            return new GZIPInputStream(new ByteArrayInputStream(compressed));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    byte[] bytes(long bom) {
        try (InputStream file = file(bom)) {
            return file.readAllBytes();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Bills that were read before all their licences were kept. */
    List<Long> outdated() {
        return this.jdbc.sql("select id from bills_of_materials where components_listed is null")
            .query(Long.class)
            .list();
    }

    /** Writes down again what a kept file says; once, on whichever node. */
    void renew(long id, Bom bom) {
        int mine = Clause
            .update("bills_of_materials", "component_count", bom.components().size(), "components_listed", bom.listed(),
                    "licences", counts(bom))
            .where(Clause.equal("id", id).and("components_listed is null"))
            .on(this.jdbc)
            .update();
        if (mine > 0) {
            this.jdbc.sql("delete from bill_components where bill_id = :id").param("id", id).update();
            insert(id, bom.components());
        }
    }

    /** A release that relies on an artifact's bill: it is past its build. */
    Optional<String> reliant(String digest, String exceptRelease) {
        return this.jdbc.sql("""
                select r.release_key from release_units u join releases r on r.id = u.release_id
                 where u.digest = :digest and r.release_key <> :except and r.phase not in ('PLAN', 'BUILD')
                   and r.status <> 'CANCELLED' order by u.id desc limit 1""")
            .param("digest", digest)
            .param("except", exceptRelease)
            .query(String.class)
            .optional();
    }

    /** Keeps a bill in the place of the one that was there. */
    void replace(String digest, Bom bom, byte[] file, String fileDigest, Act act) {
        this.jdbc.sql("delete from bills_of_materials where unit_digest = :digest").param("digest", digest).update();
        Clause row = Clause.insert("bills_of_materials", "unit_digest", digest, "format", bom.format(), "spec_version",
                bom.specVersion(), "subject", bom.subject(), "component_count", bom.components().size(),
                "components_listed", bom.listed(), "licences", counts(bom), "file_digest", fileDigest, "file",
                compressed(file), "uploaded_by", act.by(), "uploaded_at", act.at());
        try {
            insert(row.insertedBy(this.jdbc), bom.components());
        }
        catch (DuplicateKeyException ex) {
            throw new OptimisticLockingFailureException("Two bills of materials for one artifact at once", ex);
        }
    }

    private void insert(long bom, List<BomComponent> components) {
        int[] place = { 0 };
        this.batches.batchUpdate("insert into bill_components (bill_id, place, identity, name, version, purl, licences)"
                + " values (?, ?, ?, ?, ?, ?, ?)", components, BATCH, (statement, one) -> {
                    statement.setLong(1, bom);
                    statement.setInt(2, ++place[0]);
                    statement.setString(3, one.identity());
                    statement.setString(4, one.name());
                    statement.setString(5, one.version());
                    statement.setString(6, one.purl());
                    statement.setString(7, LicenceColumn.write(one.licences()));
                });
    }

    /**
     * Licences by the number of components that have them; the artifact's own count too.
     */
    private String counts(Bom bom) {
        Map<String, Integer> counts = new TreeMap<>();
        bom.components().forEach((one) -> counts.merge(LicenceColumn.write(one.licences()), 1, Integer::sum));
        if (!bom.ownLicences().isEmpty()) {
            counts.merge(LicenceColumn.write(bom.ownLicences()), 1, Integer::sum);
        }
        return Json.text(counts);
    }

    private BomSummary summary(Counted row) {
        return row.bom()
            .with(row.counts()
                .entrySet()
                .stream()
                .map((entry) -> count(LicenceColumn.read(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(LicenceCount::verdict, Comparator.reverseOrder())
                    .thenComparing((one) -> !one.unknown())
                    .thenComparing((one) -> -one.components()))
                .toList());
    }

    private LicenceCount count(List<BomLicence> licences, int components) {
        return new LicenceCount(shown(licences), components, this.policy.judge(licences));
    }

    private UsedComponent component(Row row) {
        List<BomLicence> licences = LicenceColumn.read(row.licences());
        return new UsedComponent(row.place(), row.identity(), row.name(), row.version(), row.purl(), shown(licences),
                this.policy.judge(licences));
    }

    private static String shown(List<BomLicence> licences) {
        String text = licences.stream().map(BomLicence::text).collect(Collectors.joining(", "));
        return (text.length() > LONGEST_SHOWN) ? text.substring(0, LONGEST_SHOWN) + "\u2026" : text;
    }

    private static byte[] compressed(byte[] file) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(kept)) {
            out.write(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return kept.toByteArray();
    }

    /**
     * A bill, before its licences are judged, of which it tells how often it has which.
     */
    private record Counted(Map<String, Integer> counts, BomSummary bom) {
    }

    private record Row(int place, String identity, String name, String version, String purl, String licences) {
    }

}
