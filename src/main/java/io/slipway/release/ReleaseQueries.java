package io.slipway.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.slipway.input.KeyPage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads releases straight into the records that pages see, with one or two statements
 * each.
 */
@Component
class ReleaseQueries {

    /** Counts go this far, one more means "more than". */
    static final int COUNT_CAP = 1000;

    private static final int CARDS = 12;

    private static final int SUGGESTIONS = 50;

    private final JdbcClient jdbc;

    ReleaseQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReleaseDetails> find(String key) {
        String normal = key.strip().toUpperCase(Locale.ROOT);
        return this.jdbc.sql("select r.*, " + ReleaseRows.SERVICES + " from releases r where r.release_key = :key")
            .param("key", normal)
            .query((row, number) -> ReleaseRows.details(row))
            .optional();
    }

    /** The release of one of the same services that went live last, before this one. */
    Optional<String> former(ReleaseDetails release) {
        if (release.services().isEmpty()) {
            return Optional.empty();
        }
        return this.jdbc.sql("""
                select r.release_key from release_services s join releases r on r.id = s.release_id
                 where s.service in (:services) and r.release_key <> :key and r.registered_at < :registered
                   and r.rolled_back_at is null
                   and (r.status = 'CLOSED' or r.phase in ('EARLY_LIFE_SUPPORT', 'REVIEW') and r.status = 'OPEN')
                 order by s.schedule_at desc, r.id desc limit 1""")
            .param("services", release.services())
            .param("key", release.key())
            .param("registered", ReleaseRows.column(release.registeredAt()))
            .query(String.class)
            .optional();
    }

    List<ReleaseSummary> summaries(Collection<String> keys) {
        return this.jdbc
            .sql("select r.*, " + ReleaseRows.SERVICES
                    + " from releases r where r.release_key in (:keys) order by r.release_key")
            .param("keys", keys)
            .query(ReleaseRows::summary)
            .list();
    }

    KeyPage<ReleaseSummary> list(ReleaseQuery query) {
        ReleaseListSql sql = new ReleaseListSql(query);
        String statement = sql.text();
        List<Row> found = this.jdbc.sql(statement)
            .params(sql.parameters())
            .query((row, number) -> new Row(ReleaseRows.summary(row, number), cursor(sql, row)))
            .list();
        KeyPage<Row> page = KeyPage.of(found, Row::cursor);
        return new KeyPage<>(page.rows().stream().map(Row::summary).toList(), page.next());
    }

    Map<Phase, List<ReleaseSummary>> board() {
        String statement = Arrays.stream(Phase.values())
            .map((phase) -> "(select r.*, " + ReleaseRows.SERVICES + " from releases r where r.ended = false"
                    + " and r.phase = '" + phase + "' order by r.schedule_at, r.id limit " + CARDS + ")")
            .collect(Collectors.joining(" union all "));
        Map<Phase, List<ReleaseSummary>> columns = this.jdbc.sql(statement)
            .query(ReleaseRows::summary)
            .list()
            .stream()
            .collect(Collectors.groupingBy(ReleaseSummary::phase, () -> new EnumMap<>(Phase.class),
                    Collectors.toList()));
        Arrays.stream(Phase.values()).forEach((phase) -> columns.putIfAbsent(phase, List.of()));
        return columns;
    }

    Map<Phase, Integer> countsByPhase() {
        String statement = Arrays.stream(Phase.values())
            .map((phase) -> "select '" + phase + "' as phase, count(*) as number from (select 1 from releases"
                    + " where ended = false and phase = '" + phase + "' limit " + (COUNT_CAP + 1) + ") t")
            .collect(Collectors.joining(" union all "));
        Map<Phase, Integer> counts = new EnumMap<>(Phase.class);
        this.jdbc.sql(statement).query((row) -> {
            counts.put(Phase.valueOf(row.getString("phase")), row.getInt("number"));
        });
        return counts;
    }

    List<String> knownServices() {
        return this.jdbc.sql("select distinct service from release_services order by service limit " + SUGGESTIONS)
            .query(String.class)
            .list();
    }

    long nextNumber() {
        return this.jdbc.sql("select next value for release_numbers").query(Long.class).single();
    }

    private static String cursor(ReleaseListSql sql, ResultSet row) throws SQLException {
        return sql.cursor(row.getLong("id"), row.getString("release_key"), ReleaseRows.required(row, "schedule_at"));
    }

    private record Row(ReleaseSummary summary, String cursor) {
    }

}
