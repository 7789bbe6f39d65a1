package io.slipway.audit.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the packs of ended releases as they were sealed, each content once.
 */
@Component
class PackStore {

    private final JdbcClient jdbc;

    PackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A release has ended: its pack is to be sealed. */
    void ended(String key, Instant at) {
        this.jdbc.sql("insert ignore into evidence_packs (release_key, due_at) values (:key, :at)")
            .param("key", key)
            .param("at", at)
            .update();
    }

    /** Whose packs are to be sealed by now. */
    List<String> due(Instant now, int most) {
        return this.jdbc
            .sql("select release_key from evidence_packs where sealed_at is null and due_at <= :now"
                    + " order by due_at limit :most")
            .param("now", now)
            .param("most", most)
            .query(String.class)
            .list();
    }

    void later(String key, Instant at) {
        this.jdbc.sql("update evidence_packs set due_at = :at where release_key = :key and sealed_at is null")
            .param("at", at)
            .param("key", key)
            .update();
    }

    /**
     * Takes a pack that is to be sealed, until the transaction ends: one node at a time.
     */
    boolean take(String key) {
        return this.jdbc
            .sql("select release_key from evidence_packs where release_key = :key and sealed_at is null"
                    + " for update skip locked")
            .param("key", key)
            .query(String.class)
            .optional()
            .isPresent();
    }

    void keep(String key, Map<String, byte[]> files, long size, String digest, Instant at) {
        files.forEach((name, content) -> {
            String named = DigestUtils.sha256Hex(content);
            this.jdbc.sql("insert ignore into evidence_files (digest, content) values (:digest, :content)")
                .param("digest", named)
                .param("content", compressed(content))
                .update();
            this.jdbc.sql("insert into evidence_pack_files (release_key, name, digest) values (:key, :name, :digest)")
                .param("key", key)
                .param("name", name)
                .param("digest", named)
                .update();
        });
        this.jdbc
            .sql("update evidence_packs set log_size = :size, digest = :digest, sealed_at = :at"
                    + " where release_key = :key")
            .param("size", size)
            .param("digest", digest)
            .param("at", at)
            .param("key", key)
            .update();
    }

    /** The pack of a release as it was sealed at its end, if it was. */
    Optional<SealedPack> sealed(String key) {
        return this.jdbc
            .sql("select log_size, sealed_at, digest, erased_at, erased_for from evidence_packs"
                    + " where release_key = :key and sealed_at is not null")
            .param("key", key)
            .query(SealedPack.class)
            .optional();
    }

    Map<String, byte[]> files(String key) {
        Map<String, byte[]> files = new TreeMap<>();
        this.jdbc
            .sql("select p.name, f.content from evidence_pack_files p join evidence_files f on f.digest = p.digest"
                    + " where p.release_key = :key")
            .param("key", key)
            .query(KeptFile.class)
            .list()
            .forEach((file) -> files.put(file.name(), plain(file.content())));
        return files;
    }

    /**
     * Deletes the files of packs of some releases, but for those that others have as
     * well. Waits for whoever seals one of them.
     * @param whom pseudonym of who is erased
     * @return the digests of the packs by release
     */
    Map<String, String> erase(Collection<String> keys, String whom, Instant at) {
        Map<String, String> erased = new TreeMap<>();
        this.jdbc
            .sql("select release_key, digest from evidence_packs where release_key in (:keys) and erased_at is null"
                    + " for update")
            .param("keys", keys)
            .query(Ended.class)
            .list()
            .stream()
            .filter((one) -> one.digest() != null)
            .forEach((one) -> erased.put(one.releaseKey(), one.digest()));
        if (!erased.isEmpty()) {
            this.jdbc.sql("""
                    delete f from evidence_files f join evidence_pack_files p on p.digest = f.digest
                     where p.release_key in (:keys)
                       and not exists (select 1 from evidence_pack_files o
                                        where o.digest = f.digest and o.release_key not in (:keys))""")
                .param("keys", erased.keySet())
                .update();
            this.jdbc.sql("delete from evidence_pack_files where release_key in (:keys)")
                .param("keys", erased.keySet())
                .update();
            this.jdbc.sql("update evidence_packs set erased_at = :at, erased_for = :whom where release_key in (:keys)")
                .param("at", at)
                .param("whom", whom)
                .param("keys", erased.keySet())
                .update();
        }
        return erased;
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return out.toByteArray();
    }

    private static byte[] plain(byte[] content) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return gzip.readAllBytes();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private record Ended(String releaseKey, @Nullable String digest) {
    }

    private record KeptFile(String name, byte[] content) {
    }

}
