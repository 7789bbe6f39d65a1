package io.slipway.deployment.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows who looks at a run: those to whom its page was shown within two minutes. A page
 * that is open tells so by itself.
 */
@Component
class Presence {

    private static final Duration HERE = Duration.ofMinutes(2);

    /** What was noted so lately is not noted again. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    private final Clock clock;

    Presence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that somebody looks at a run. */
    @Transactional
    public void note(long run, String userName) {
        Instant now = this.clock.instant();
        boolean fresh = of(run).stream()
            .anyMatch((one) -> one.userName().equals(userName) && one.seenAt().isAfter(now.minus(FRESH)));
        if (!fresh) {
            this.jdbc.sql("""
                    insert into run_presence (run_id, user_name, seen_at) values (:run, :user, :now)
                    on duplicate key update seen_at = :now""")
                .param("run", run)
                .param("user", userName)
                .param("now", now)
                .update();
        }
    }

    /** Who looks at a run, by name. */
    List<Present> of(long run) {
        return this.jdbc.sql("""
                select user_name, seen_at from run_presence
                 where run_id = :run and seen_at > :since order by user_name limit :most""")
            .param("run", run)
            .param("since", this.clock.instant().minus(HERE))
            .param("most", MOST)
            .query(Present.class)
            .list();
    }

}
