package io.slipway.deployment.halt;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.schedule.Stop;
import io.slipway.sql.Clause;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps which deployments are held, and were, in the transaction of the caller. The
 * table's key keeps a release from being held twice at once.
 */
@Component
class HaltStore {

    private static final String SELECT = "select h.*, h.held_at as at from deployment_halts h where ";

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    HaltStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean held(String key) {
        return this.jdbc.sql("select count(*) from deployment_halts where release_key = :key and held")
            .param("key", key)
            .query(Integer.class)
            .single() > 0;
    }

    void hold(String key, Instant at, Stop stop) {
        Clause
            .insert("deployment_halts", "release_key", key, "held", true, "held_at", at, "stopped_by", stop.by(),
                    "stopped_at", stop.at(), "reason", stop.reason())
            .on(this.jdbc)
            .update();
    }

    /** Ends what holds a release; tells whether anything did. */
    boolean end(String key, Instant at, String how) {
        return this.jdbc.sql("""
                update deployment_halts set held = null, ended_at = :at, ended = :how
                 where release_key = :key and held""").param("at", at).param("how", how).param("key", key).update() > 0;
    }

    /** The releases that are held, those held for longest first. */
    List<String> held() {
        return this.jdbc.sql("select release_key from deployment_halts where held order by id limit :most")
            .param("most", MOST)
            .query(String.class)
            .list();
    }

    /** What holds some releases, by key. */
    Map<String, Halt> among(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return this.jdbc.sql(SELECT + "release_key in (:keys) and held")
            .param("keys", keys)
            .query(Halt.class)
            .list()
            .stream()
            .collect(Collectors.toMap(Halt::releaseKey, Function.identity()));
    }

    List<Halt> of(String key) {
        return this.jdbc.sql(SELECT + "release_key = :key order by id desc limit :most")
            .param("key", key)
            .param("most", MOST)
            .query(Halt.class)
            .list();
    }

}
