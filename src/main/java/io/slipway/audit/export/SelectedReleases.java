package io.slipway.audit.export;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the releases of a selection, a hundred at a time, in the order in which they were
 * registered.
 */
@Component
class SelectedReleases {

    private static final String SELECT = """
            select r.id, r.release_key as `key`, r.name, r.type, r.model, r.environment, r.owner, r.phase, r.status,
                   coalesce((select json_arrayagg(s.service order by s.service)
                               from release_services s where s.release_id = r.id), '[]') as services,
                   r.registered_at, r.planned_start, r.planned_end, r.ended_at
              from releases r""";

    private static final int CHUNK = 100;

    private final Rows<One> rows;

    SelectedReleases(JdbcClient jdbc) {
        this.rows = Rows.of(jdbc, KeyOrder.<One>ascending().number("r.id", One::id), One.class).by(CHUNK);
    }

    void chunks(ReleaseSelection selection, Rows.To<List<One>> to) throws IOException {
        this.rows.chunks(SELECT, selection.condition(), to);
    }

    /** A release as logs tell of it. */
    record One(long id, String key, String name, String type, String model, String environment, String owner,
            String phase, String status, List<String> services, Instant registeredAt, @Nullable Instant plannedStart,
            @Nullable Instant plannedEnd, @Nullable Instant endedAt) {
    }

}
