package io.slipway.planning;

import java.time.Instant;

import io.slipway.input.KeyPage;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the releases whose plans touch a configuration item.
 */
@Service
@Transactional(readOnly = true)
public class TouchingReleases {

    /** Each side is read from its own index, and no more of it than a page. */
    static final String SQL = """
            select r.id, r.release_key as `key`, r.name, r.phase, r.status, r.planned_start
              from ((select release_id from release_items where item = :key and release_id < :before
                      order by release_id desc limit :limit)
                    union
                    (select release_id from release_services where service = :service and release_id < :before
                      order by release_id desc limit :limit)) t
              join releases r on r.id = t.release_id
             order by r.id desc limit :limit""";

    private final JdbcClient jdbc;

    TouchingReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The releases that name an item among those they affect, or by its name as a
     * service.
     * @param service its name, if it is a service; empty otherwise
     * @param from the cursor of the page before, empty for the first page
     * @return a page, newest first
     */
    public KeyPage<Touch> touching(String itemKey, String service, String from) {
        long before = KeyPage.idBefore(from);
        return KeyPage.of(this.jdbc.sql(SQL)
            .param("key", itemKey)
            .param("service", service)
            .param("before", before)
            .param("limit", KeyPage.size() + 1)
            .query(Touch.class)
            .list(), (touch) -> Long.toString(touch.id()));
    }

    /**
     * A release that touches an item.
     *
     * @param id its place in the list
     * @param plannedStart when its deployment is planned, UTC; null while it is not
     */
    public record Touch(long id, String key, String name, Phase phase, ReleaseStatus status,
            @Nullable Instant plannedStart) {
    }

}
