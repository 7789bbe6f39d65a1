package io.slipway.release;

import java.util.List;
import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The definitive media library: artifacts are known by their digest, and one artifact may
 * be part of many releases.
 */
@Service
@Transactional(readOnly = true)
public class ArtifactLibrary {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    ArtifactLibrary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The releases that an artifact is part of, the latest first.
     * @param digest its SHA-256, in hexadecimal digits of either case
     * @return at most 100; empty if it was never delivered
     */
    public List<ArtifactUse> uses(String digest) {
        return this.jdbc
            .sql("select u.*, r.release_key, r.name as release_name, r.phase, r.status from release_units u"
                    + " join releases r on r.id = u.release_id where u.digest = ? order by u.id desc limit " + MOST)
            .param(digest.strip().toLowerCase(Locale.ROOT))
            .query((row, number) -> new ArtifactUse(row.getString("release_key"), row.getString("release_name"),
                    Phase.valueOf(row.getString("phase")), ReleaseStatus.valueOf(row.getString("status")),
                    ReleaseRows.unit(row, number)))
            .list();
    }

}
