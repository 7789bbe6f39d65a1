package io.slipway.notification.event;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out events that no listener has taken, each to one node for a while. Times are
 * the database's, since a node whose clock is ahead would bring what another is bringing.
 */
@Component
public class EventLeases {

    /** Events that one node takes at once. */
    private static final int MOST = 1000;

    private final JdbcClient jdbc;

    EventLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes events that were brought longer ago than a listener may take, and are not
     * older than somebody still wants to hear of them.
     */
    @Transactional
    public Set<String> take(Duration patience, Duration mostPatience) {
        List<String> taken = this.jdbc.sql("""
                select ID from EVENT_PUBLICATION
                 where COMPLETION_DATE is null and BROUGHT_AT < utc_timestamp(6) - interval :patience second
                   and KEPT_AT > utc_timestamp(6) - interval :most_patience second
                 order by PUBLICATION_DATE limit :most for update skip locked""")
            .param("patience", patience.toSeconds())
            .param("most_patience", mostPatience.toSeconds())
            .param("most", MOST)
            .query(String.class)
            .list();
        if (!taken.isEmpty()) {
            this.jdbc.sql("update EVENT_PUBLICATION set BROUGHT_AT = utc_timestamp(6) where ID in (:ids)")
                .param("ids", taken)
                .update();
        }
        return Set.copyOf(taken);
    }

}
