package io.slipway.packaging.bom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.configuration.exchange.BillOfMaterials;
import io.slipway.configuration.exchange.BomComponent;
import io.slipway.configuration.exchange.BomLicence;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Keeps bills of materials as rows, by the digest of the artifact.
 */
@Component
class BomStore {

    private static final String SUMMARY = "select id, unit_digest, format, spec_version, subject, component_count,"
            + " components_listed, licences, file_digest, uploaded_by, uploaded_at from bills_of_materials";

    private static final int LONGEST_SHOWN = 300;

    private static final int BATCH = 500;

    private static final TypeReference<TreeMap<String, Integer>> COUNTS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;

    private final JdbcTemplate batches;

    private final LicencePolicy policy;

    private final ObjectMapper json;

    BomStore(JdbcClient jdbc, JdbcTemplate batches, LicencePolicy policy, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.policy = policy;
        this.json = json;
    }

    Optional<BomSummary> find(String digest) {
        return find(List.of(digest)).stream().findFirst();
    }

    List<BomSummary> find(Collection<String> digests) {
        return digests.isEmpty() ? List.of()
                : this.jdbc.sql(SUMMARY + " where unit_digest in (:digests)")
                    .param("digests", digests)
                    .query(this::summary)
                    .list();
    }

    /** Components in the order of the bill, those after a place. */
    List<UsedComponent> components(long bill, int after, int most) {
        return this.jdbc.sql("select * from bill_components where bill_id = ? and place > ? order by place limit ?")
            .params(bill, after, most)
            .query(this::component)
            .list();
    }

    InputStream file(long bill) {
        byte[] compressed = this.jdbc.sql("select file from bills_of_materials where id = ?")
            .param(bill)
            .query((row, number) -> row.getBytes(1))
            .single();
        try {
            return new GZIPInputStream(new ByteArrayInputStream(compressed));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    byte[] bytes(long bill) {
        try (InputStream file = file(bill)) {
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
    void renew(long id, BillOfMaterials bill) {
        int mine = this.jdbc.sql("""
                update bills_of_materials set component_count = ?, components_listed = ?, licences = ?
                 where id = ? and components_listed is null""")
            .params(bill.components().size(), bill.listed(), counts(bill), id)
            .update();
        if (mine > 0) {
            this.jdbc.sql("delete from bill_components where bill_id = ?").param(id).update();
            insert(id, bill.components());
        }
    }

    /** A release that relies on an artifact's bill: it is past its build. */
    Optional<String> reliant(String digest, String exceptRelease) {
        return this.jdbc.sql("""
                select r.release_key from release_units u join releases r on r.id = u.release_id
                 where u.digest = ? and r.release_key <> ? and r.phase not in ('PLAN', 'BUILD')
                   and r.status <> 'CANCELLED' order by u.id desc limit 1""")
            .params(digest, exceptRelease)
            .query(String.class)
            .optional();
    }

    /** Keeps a bill in the place of the one that was there. */
    void replace(String digest, BillOfMaterials bill, byte[] file, String fileDigest, String by, Instant at) {
        this.jdbc.sql("delete from bills_of_materials where unit_digest = ?").param(digest).update();
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        try {
            this.jdbc.sql("""
                    insert into bills_of_materials (unit_digest, format, spec_version, subject, component_count,
                                                    components_listed, licences, file_digest, file, uploaded_by,
                                                    uploaded_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(digest, bill.format(), bill.specVersion(), bill.subject(), bill.components().size(),
                        bill.listed(), counts(bill), fileDigest, compressed(file), by,
                        LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update(id, "id");
        }
        catch (DuplicateKeyException ex) {
            throw new OptimisticLockingFailureException("Two bills for one artifact at once", ex);
        }
        insert(Objects.requireNonNull(id.getKey()).longValue(), bill.components());
    }

    private void insert(long bill, List<BomComponent> components) {
        int[] place = { 0 };
        this.batches.batchUpdate("insert into bill_components (bill_id, place, identity, name, version, purl, licences)"
                + " values (?, ?, ?, ?, ?, ?, ?)", components, BATCH, (statement, one) -> {
                    statement.setLong(1, bill);
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
    private String counts(BillOfMaterials bill) {
        Map<String, Integer> counts = new TreeMap<>();
        bill.components().forEach((one) -> counts.merge(LicenceColumn.write(one.licences()), 1, Integer::sum));
        if (!bill.ownLicences().isEmpty()) {
            counts.merge(LicenceColumn.write(bill.ownLicences()), 1, Integer::sum);
        }
        try {
            return this.json.writeValueAsString(counts);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalArgumentException(ex);
        }
    }

    private BomSummary summary(ResultSet row, int number) throws SQLException {
        try {
            List<LicenceCount> licences = this.json.readValue(row.getString("licences"), COUNTS)
                .entrySet()
                .stream()
                .map((entry) -> count(LicenceColumn.read(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(LicenceCount::verdict, Comparator.reverseOrder())
                    .thenComparing((one) -> !one.unknown())
                    .thenComparing((one) -> -one.components()))
                .toList();
            return new BomSummary(row.getLong("id"), row.getString("unit_digest"), row.getString("format"),
                    row.getString("spec_version"), row.getString("subject"), row.getInt("component_count"),
                    row.getBoolean("components_listed"), licences, row.getString("file_digest"),
                    row.getString("uploaded_by"),
                    row.getObject("uploaded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException("A bill holds what are no licences", ex);
        }
    }

    private LicenceCount count(List<BomLicence> licences, int components) {
        return new LicenceCount(shown(licences), components, this.policy.judge(licences));
    }

    private UsedComponent component(ResultSet row, int number) throws SQLException {
        List<BomLicence> licences = LicenceColumn.read(row.getString("licences"));
        return new UsedComponent(row.getInt("place"), row.getString("identity"), row.getString("name"),
                row.getString("version"), row.getString("purl"), shown(licences), this.policy.judge(licences));
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

}
