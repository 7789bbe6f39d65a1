package io.slipway.configuration.baseline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.input.KeyPage;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Keeps baselines; there is no way to change one.
 */
@Component
class BaselineStore {

    private final JdbcClient jdbc;

    private final JdbcTemplate batches;

    private final ObjectMapper json;

    BaselineStore(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    void save(Baseline baseline, Collection<ItemRecord> records) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        this.jdbc.sql("""
                insert into baselines (release_key, attempt, moment, taken_at, taken_by, items, left_out)
                values (?, ?, ?, ?, ?, ?, ?)""")
            .params(baseline.releaseKey(), baseline.attempt(), baseline.moment().name(),
                    LocalDateTime.ofInstant(baseline.takenAt(), ZoneOffset.UTC), baseline.takenBy(), baseline.items(),
                    baseline.leftOut())
            .update(id, "id");
        Number key = id.getKey();
        this.batches.batchUpdate("insert into baseline_items (baseline_id, item_key, record) values (?, ?, ?)", records,
                100, (statement, record) -> {
                    statement.setObject(1, key);
                    statement.setString(2, record.key());
                    statement.setString(3, write(record));
                });
    }

    boolean taken(String releaseKey, int attempt, Moment moment) {
        return this.jdbc.sql("select count(*) from baselines where release_key = ? and attempt = ? and moment = ?")
            .params(releaseKey, attempt, moment.name())
            .query(Integer.class)
            .single() > 0;
    }

    Optional<Baseline> find(long id) {
        return this.jdbc.sql("select * from baselines where id = ?")
            .param(id)
            .query(BaselineStore::baseline)
            .optional();
    }

    List<Baseline> ofRelease(String releaseKey) {
        return this.jdbc.sql("select * from baselines where release_key = ? order by id desc limit 100")
            .param(releaseKey)
            .query(BaselineStore::baseline)
            .list();
    }

    List<Baseline> ofItem(String itemKey, long before) {
        return this.jdbc.sql("""
                select b.* from baseline_items i join baselines b on b.id = i.baseline_id
                 where i.item_key = ? and i.baseline_id < ? order by i.baseline_id desc limit ?""")
            .params(itemKey, before, KeyPage.SIZE + 1)
            .query(BaselineStore::baseline)
            .list();
    }

    Map<String, ItemRecord> records(long id) {
        Map<String, ItemRecord> records = new TreeMap<>();
        this.jdbc.sql("select item_key, record from baseline_items where baseline_id = ?").param(id).query((row) -> {
            records.put(row.getString("item_key"), read(row.getString("record")));
        });
        return records;
    }

    private String write(ItemRecord record) {
        try {
            return this.json.writeValueAsString(record);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalArgumentException("This record cannot be written", ex);
        }
    }

    private ItemRecord read(String record) {
        try {
            return this.json.readValue(record, ItemRecord.class);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException("A baseline holds what is no record", ex);
        }
    }

    private static Baseline baseline(ResultSet row, int number) throws SQLException {
        return new Baseline(row.getLong("id"), row.getString("release_key"), row.getInt("attempt"),
                Moment.valueOf(row.getString("moment")),
                row.getObject("taken_at", LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString("taken_by"),
                row.getInt("items"), row.getInt("left_out"));
    }

}
