package io.slipway.release;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts how many releases of some services were rolled back in the last 90 days, which
 * makes the next one riskier.
 */
@Component
public class RecentFailures {

    private static final Duration LATELY = Duration.ofDays(90);

    private final JdbcClient jdbc;

    private final Clock clock;

    RecentFailures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts them. */
    public int of(Collection<String> services) {
        if (services.isEmpty()) {
            return 0;
        }
        Instant since = this.clock.instant().minus(LATELY);
        return this.jdbc.sql("""
                select count(*) from releases r
                 where r.rolled_back_at >= :since
                   and exists (select 1 from release_services s where s.release_id = r.id and s.service in (:services))
                """).param("since", since).param("services", services).query(Integer.class).single();
    }

}
