package io.slipway.configuration.baseline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps baselines; there is no way to change one.
 */
@Component
class BaselineStore {

    private final JdbcClient jdbc;

    private final JdbcTemplate batches;

    BaselineStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void save(Baseline baseline, Collection<ItemRecord> records) {
        long id = Clause
            .insert("baselines", "release_key", baseline.releaseKey(), "attempt", baseline.attempt(), "moment",
                    baseline.moment(), "taken_at", baseline.takenAt(), "taken_by", baseline.takenBy(), "items",
                    baseline.items(), "left_out", baseline.leftOut())
            .insertedBy(this.jdbc);
        this.batches.batchUpdate("insert into baseline_items (baseline_id, item_key, record) values (?, ?, ?)", records,
                100, (statement, record) -> {
                    statement.setLong(1, id);
                    statement.setString(2, record.key());
                    statement.setString(3, Json.text(record));
                });
    }

    boolean taken(String releaseKey, int attempt, Moment moment) {
        return Clause.of("select count(*) from baselines")
            .where(Clause.equal("release_key", releaseKey)
                .and(Clause.equal("attempt", attempt))
                .and(Clause.equal("moment", moment)))
            .on(this.jdbc)
            .query(Integer.class)
            .single() > 0;
    }

    Optional<Baseline> find(long id) {
        return this.jdbc.sql("select * from baselines where id = :id").param("id", id).query(Baseline.class).optional();
    }

    List<Baseline> find(Collection<Long> ids) {
        return Clause.of("select * from baselines")
            .where(Clause.in("id", ids))
            .on(this.jdbc)
            .query(Baseline.class)
            .list();
    }

    List<Baseline> ofRelease(String releaseKey) {
        return this.jdbc.sql("select * from baselines where release_key = :key order by id desc limit 100")
            .param("key", releaseKey)
            .query(Baseline.class)
            .list();
    }

    List<Baseline> ofItem(String itemKey, long before) {
        return this.jdbc.sql("""
                select b.* from baseline_items i join baselines b on b.id = i.baseline_id
                 where i.item_key = :key and i.baseline_id < :before order by i.baseline_id desc limit :most""")
            .param("key", itemKey)
            .param("before", before)
            .param("most", KeyPage.size() + 1)
            .query(Baseline.class)
            .list();
    }

    Map<String, ItemRecord> records(long id) {
        return records(List.of(id)).getOrDefault(id, new TreeMap<>());
    }

    /** What some baselines recorded, by their ids. */
    Map<Long, Map<String, ItemRecord>> records(Collection<Long> ids) {
        return Clause.of("select baseline_id, item_key, record from baseline_items")
            .where(Clause.in("baseline_id", ids))
            .on(this.jdbc)
            .query(Kept.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Kept::baselineId,
                    Collectors.toMap(Kept::itemKey, Kept::record, (one, other) -> other, TreeMap::new)));
    }

    private record Kept(long baselineId, String itemKey, ItemRecord record) {
    }

}
