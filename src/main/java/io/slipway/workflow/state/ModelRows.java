package io.slipway.workflow.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what runs on all models from the sums that are kept, whose number does not depend
 * on how many run; what fell due within this hour and the oldest of each element come by
 * index.
 */
@Component
class ModelRows {

    static final String DUE_NOW = """
            select definition model, element, sum(tasks) overdue
              from run_places
             where due_at >= :hour and due_at < :now
             group by definition, element""";

    static final String OLDEST = """
            select definition model, element, min(since) oldest
              from run_places
             group by definition, element""";

    private final JdbcClient jdbc;

    ModelRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Under the empty id what all models have together. */
    void addTo(Map<String, ModelTally> models, Instant now) {
        LocalDateTime hour = StateSql.utc(now.truncatedTo(ChronoUnit.HOURS));
        each(this.jdbc.sql(Counts.SUMS).param("hour", hour), (row) -> {
            Tally place = at(models, row);
            place.tokens(row.getLong("tokens"), row.getLong("suspended"), null);
            place.jobs(row.getLong("timers"), row.getLong("retrying"), null, null);
            place.incidents(row.getLong("failed"), null);
            place.overdue(row.getLong("overdue"));
        });
        each(this.jdbc.sql(DUE_NOW).param("hour", hour).param("now", StateSql.utc(now)),
                (row) -> at(models, row).overdue(row.getLong("overdue")));
        each(this.jdbc.sql(OLDEST), (row) -> at(models, row).tokens(0, 0, StateSql.instant(row, "oldest")));
    }

    private static void each(JdbcClient.StatementSpec statement, RowCallbackHandler handler) {
        statement.query(handler);
    }

    private static Tally at(Map<String, ModelTally> models, ResultSet row) throws SQLException {
        return models.computeIfAbsent(row.getString("model"), (id) -> new ModelTally()).at(row.getString("element"));
    }

}
