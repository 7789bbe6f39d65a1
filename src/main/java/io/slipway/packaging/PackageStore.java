package io.slipway.packaging;

import java.util.Optional;

import io.slipway.input.NotFoundException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps packages: loads them for a transition, whose caller holds the release, and reads
 * them for everybody else. A release that nobody built anything for has no package yet.
 */
@Component
class PackageStore {

    private static final String READ = """
            select coalesce(p.documentation, '') as documentation, coalesce(p.scripts, '') as scripts, p.assembled_at,
                   coalesce(p.missing, '') as missing,
                   coalesce((select json_arrayagg(json_object('id', u.id, 'name', u.name, 'version', u.version,
                               'artifact', u.artifact, 'digest', u.digest, 'commit', u.source_commit,
                               'committedAt', date_format(u.committed_at, '%Y-%m-%dT%H:%i:%s.%fZ'),
                               'deliveredBy', u.delivered_by,
                               'deliveredAt', date_format(u.delivered_at, '%Y-%m-%dT%H:%i:%s.%fZ')) order by u.name)
                      from release_units u where u.release_id = r.id), '[]') as units,
                   coalesce((select json_arrayagg(json_object('id', d.id, 'kind', d.kind, 'name', d.name, 'size', f.size,
                               'digest', f.digest, 'fileId', d.file_id, 'uploadedBy', d.uploaded_by,
                               'uploadedAt', date_format(d.uploaded_at, '%Y-%m-%dT%H:%i:%s.%fZ'))
                               order by d.kind, d.name)
                      from release_documents d join files f on f.id = d.file_id where d.release_id = r.id), '[]') as documents,
                   coalesce((select json_arrayagg(json_object('kind', a.kind, 'address', a.address, 'state', a.state,
                               'answer', a.answer, 'detail', a.detail,
                               'askedAt', date_format(a.asked_at, '%Y-%m-%dT%H:%i:%s.%fZ'),
                               'since', date_format(a.since, '%Y-%m-%dT%H:%i:%s.%fZ')) order by a.kind)
                      from document_addresses a where a.release_id = r.id), '[]') as addresses
              from releases r left join packages p on p.id = r.id
             where r.release_key = :key""";

    private final JdbcClient jdbc;

    private final PackageRepository packages;

    PackageStore(JdbcClient jdbc, PackageRepository packages) {
        this.jdbc = jdbc;
        this.packages = packages;
    }

    /** What pages see of a package, as last stored: one statement, whatever it holds. */
    PackageDetails get(String key) {
        return this.jdbc.sql(READ)
            .param("key", key)
            .query(PackageDetails.class)
            .optional()
            .orElseThrow(() -> new NotFoundException("release", key));
    }

    /** The package for a transition; a new one where there was none. */
    ReleasePackage load(String key) {
        return this.packages.findByReleaseKey(key).orElseGet(() -> {
            this.jdbc.sql("""
                    insert into packages (id, release_key, documentation, scripts, missing, version)
                    select id, release_key, '', '', '', 0 from releases where release_key = :key""")
                .param("key", key)
                .update();
            return this.packages.findByReleaseKey(key).orElseThrow();
        });
    }

    Optional<ReleasePackage> find(String key) {
        return this.packages.findByReleaseKey(key);
    }

    void store(ReleasePackage content) {
        this.packages.saveAndFlush(content);
    }

}
