package io.slipway.validation.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.slipway.file.FileStore;
import io.slipway.file.Intake;
import io.slipway.file.Intakes;
import io.slipway.sql.Clause;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps which files came with which evidence.
 */
@Component
class AttachmentStore {

    private final JdbcClient jdbc;

    private final FileStore files;

    AttachmentStore(JdbcClient jdbc, FileStore files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    void keep(long evidenceId, Intakes attachments) {
        int number = 1;
        for (Intake file : attachments.files()) {
            Clause
                .insert("evidence_attachments", "evidence_id", evidenceId, "number", number++, "file_id",
                        this.files.keep(file), "name", file.name())
                .on(this.jdbc)
                .update();
        }
    }

    /** What came with the evidence of a release, by id of the evidence. */
    Map<Long, List<EvidenceAttachment>> of(String releaseKey) {
        return this.jdbc.sql("""
                select a.evidence_id, a.number, a.name, f.size, f.digest, f.id as file_id
                  from evidence e join evidence_attachments a on a.evidence_id = e.id join files f on f.id = a.file_id
                 where e.release_key = :key order by a.evidence_id, a.number""")
            .param("key", releaseKey)
            .query(Row.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Row::evidenceId, TreeMap::new,
                    Collectors.mapping(Row::attachment, Collectors.toUnmodifiableList())));
    }

    private record Row(long evidenceId, int number, String name, long size, String digest, long fileId) {

        EvidenceAttachment attachment() {
            return new EvidenceAttachment(this.number, this.name, this.size, this.digest, this.fileId);
        }

    }

}
