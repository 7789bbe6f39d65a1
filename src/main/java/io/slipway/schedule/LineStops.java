package io.slipway.schedule;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads whether the line is stopped.
 */
@Component
class LineStops {

    private final JdbcClient jdbc;

    LineStops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LineStop> current() {
        return this.jdbc.sql("select stopped_by, stopped_at, reason from line_stops where still_stopped = true")
            .query((row, number) -> new LineStop(row.getString(1),
                    row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString(3)))
            .optional();
    }

}
