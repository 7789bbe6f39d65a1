package io.slipway.release;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads releases straight into the records that pages see, with one or two statements
 * each.
 */
@Component
class ReleaseQueries {

    /** What is read of a release {@code r}. */
    static final String COLUMNS = """
            r.*, r.release_key as `key`,
            coalesce((select json_arrayagg(s.service order by s.service)
                        from release_services s where s.release_id = r.id), '[]') as services""";

    /** Counts go this far, one more means "more than". */
    static final int COUNT_CAP = 1000;

    private static final int CARDS = 12;

    private static final int SUGGESTIONS = 50;

    private final JdbcClient jdbc;

    private final Clock clock;

    ReleaseQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<ReleaseDetails> find(String key) {
        String normal = key.strip().toUpperCase(Locale.ROOT);
        return this.jdbc.sql("select " + COLUMNS + " from releases r where r.release_key = :key")
            .param("key", normal)
            .query(ReleaseDetails.class)
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
            .param("registered", release.registeredAt())
            .query(String.class)
            .optional();
    }

    List<ReleaseSummary> summaries(Collection<String> keys) {
        return this.jdbc
            .sql("select " + COLUMNS + " from releases r where r.release_key in (:keys) order by r.release_key")
            .param("keys", keys)
            .query(ReleaseSummary.class)
            .list();
    }

    KeyPage<ReleaseSummary> list(ReleaseQuery query) {
        ReleaseListSql list = ReleaseListSql.of(query, this.clock.instant());
        return list.order()
            .page(list.page().on(this.jdbc).query(ReleaseListSql.Row.class).list())
            .map(ReleaseListSql.Row::summary);
    }

    int count(ReleaseQuery query) {
        return ReleaseListSql.of(query, this.clock.instant())
            .count(COUNT_CAP)
            .on(this.jdbc)
            .query(Integer.class)
            .single();
    }

    void recordDeviations(String key, List<String> kinds) {
        Clause.update("releases", "deviations", Json.text(kinds))
            .where(Clause.equal("release_key", key))
            .on(this.jdbc)
            .update();
    }

    Map<Phase, List<ReleaseSummary>> board() {
        String statement = Arrays.stream(Phase.values())
            .map((phase) -> "(select " + COLUMNS + " from releases r where r.ended = false" + " and r.phase = '" + phase
                    + "' order by r.schedule_at, r.id limit " + CARDS + ")")
            .collect(Collectors.joining(" union all "));
        Map<Phase, List<ReleaseSummary>> columns = this.jdbc.sql(statement)
            .query(ReleaseSummary.class)
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
        return this.jdbc.sql(statement)
            .query(PhaseCount.class)
            .list()
            .stream()
            .collect(Collectors.toMap(PhaseCount::phase, PhaseCount::number, Integer::sum,
                    () -> new EnumMap<>(Phase.class)));
    }

    List<String> knownServices() {
        return this.jdbc.sql("select distinct service from release_services order by service limit " + SUGGESTIONS)
            .query(String.class)
            .list();
    }

    /** The ways in which releases deviated, as far as any did lately. */
    List<String> knownDeviations() {
        return this.jdbc.sql("""
                select distinct k.kind
                  from (select deviations from releases where deviated order by schedule_at desc limit 500) some,
                       json_table(some.deviations, '$[*]' columns (kind varchar(24) path '$')) k
                 order by k.kind""").query(String.class).list();
    }

    private record PhaseCount(Phase phase, int number) {
    }

}
