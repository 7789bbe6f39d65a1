package io.slipway.packaging.document;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

import io.slipway.file.FileStore;
import io.slipway.file.Intake;
import io.slipway.packaging.DocumentKind;
import io.slipway.packaging.PackageDocument;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Keeps which files belong to a package, each with its file.
 */
@Component
class DocumentStore {

    private final JdbcClient jdbc;

    private final FileStore files;

    DocumentStore(JdbcClient jdbc, FileStore files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    long insert(String releaseKey, DocumentKind kind, Intake file, String by, Instant at) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        this.jdbc.sql("""
                insert into release_documents (release_id, kind, name, file_id, uploaded_by, uploaded_at)
                select id, ?, ?, ?, ?, ? from releases where release_key = ?""")
            .params(kind.name(), file.name(), this.files.keep(file), by, LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                    releaseKey)
            .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void delete(PackageDocument document) {
        this.jdbc.sql("delete from release_documents where id = ?").param(document.id()).update();
        this.files.remove(document.fileId());
    }

}
