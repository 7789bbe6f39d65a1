package io.slipway.validation.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.slipway.file.FileStore;
import io.slipway.file.Intake;

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

    void keep(long evidenceId, Attachments attachments) {
        int number = 1;
        for (Intake file : attachments.files()) {
            this.jdbc.sql("insert into evidence_attachments (evidence_id, number, file_id, name) values (?, ?, ?, ?)")
                .params(evidenceId, number++, this.files.keep(file), file.name())
                .update();
        }
    }

    /** What came with the evidence of a release, by id of the evidence. */
    Map<Long, List<EvidenceAttachment>> of(String releaseKey) {
        return this.jdbc.sql("""
                select a.evidence_id, a.number, a.name, f.size, f.digest, f.id
                  from evidence e join evidence_attachments a on a.evidence_id = e.id join files f on f.id = a.file_id
                 where e.release_key = ? order by a.evidence_id, a.number""")
            .param(releaseKey)
            .query((row, number) -> Map.entry(row.getLong("evidence_id"),
                    new EvidenceAttachment(row.getInt("number"), row.getString("name"), row.getLong("size"),
                            row.getString("digest"), row.getLong("id"))))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
    }

}
