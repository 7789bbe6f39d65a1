package io.slipway.packaging.document;

import io.slipway.file.FileStore;
import io.slipway.file.Intake;
import io.slipway.identity.Act;
import io.slipway.packaging.DocumentKind;
import io.slipway.packaging.PackageDocument;
import io.slipway.sql.Clause;

import org.springframework.jdbc.core.simple.JdbcClient;
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

    long insert(String releaseKey, DocumentKind kind, Intake file, Act act) {
        return Clause.of("""
                insert into release_documents (release_id, kind, name, file_id, uploaded_by, uploaded_at)
                select id, :kind, :name, :file, :by, :at from releases where release_key = :key""")
            .with("kind", kind)
            .with("name", file.name())
            .with("file", this.files.keep(file))
            .with("by", act.by())
            .with("at", act.at())
            .with("key", releaseKey)
            .insertedBy(this.jdbc);
    }

    void delete(PackageDocument document) {
        this.jdbc.sql("delete from release_documents where id = :id").param("id", document.id()).update();
        this.files.remove(document.fileId());
    }

}
