package io.slipway.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemQuery;
import io.slipway.configuration.VerificationManagement;
import io.slipway.configuration.relation.Direction;
import io.slipway.configuration.relation.ImpactManagement;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long it takes to find what an item touches among 1,000,000 items and 3,000,000
 * relations, for a closure of 1,000, with circles and with a hub; as the portal does it,
 * breadth first, and as one recursive statement. The figures are in
 * {@code src/docs/benchmarks.md}.
 */
@SlipwayTest
class ImpactBenchmark {

    private static final Logger log = LoggerFactory.getLogger(ImpactBenchmark.class);

    private static final int ROUNDS = 40;

    private static final int FIRST = 10_000_000;

    private static final int ITEMS = 1_000_000;

    private static final int PARTS = 40;

    private static final String RECURSIVE = """
            with recursive reached (id) as (
              select r.%2$s from item_relations r where r.%1$s = :id
              union
              select r.%2$s from reached join item_relations r on r.%1$s = reached.id)
            select count(*) from reached join configuration_items i on i.id = reached.id""";

    @Autowired
    ImpactManagement impacts;

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    VerificationManagement verification;

    @Autowired
    JdbcClient jdbc;

    @Test
    void measure() {
        fill();
        for (int cluster : new int[] { 7, 412 }) {
            String key = "bench-" + (cluster * 1000 + 1);
            for (Direction direction : Direction.values()) {
                measure("closure of 1,000, " + direction + ", " + key,
                        () -> this.impacts.of(key, direction).items().size());
            }
        }
        int[] next = { 0 };
        measure("closure of 1,000, another item each time",
                () -> this.impacts.of("bench-" + (1 + 1000 * (20 + 3 * next[0]++ % 900)), Direction.AFFECTED)
                    .items()
                    .size());
        measure("hub with 50,000 dependants", () -> this.impacts.of("bench-hub", Direction.AFFECTED).items().size());
        for (String[] way : new String[][] { { "target_id", "source_id" }, { "source_id", "target_id" } }) {
            measure("one recursive statement, " + way[1],
                    () -> this.jdbc.sql(RECURSIVE.formatted(way[0], way[1]))
                        .param("id", FIRST + 7001)
                        .query(Integer.class)
                        .single());
        }
        measure("list, first page", () -> this.configuration.list(ItemQuery.all()).rows().size());
        measure("unconfirmed, first page", () -> this.verification.stale(null, "", "").rows().size());
        measure("unconfirmed, by type and owner", () -> this.verification.ghostTowns().size());
        for (String sql : List.of("select r.source_id from item_relations r join configuration_items i"
                + " on i.id = r.source_id where r.target_id in (:ids) and i.active = true limit 5000")) {
            for (Map<String, Object> step : this.jdbc.sql("explain " + sql)
                .param("ids", List.of(FIRST + 7001, FIRST + 7002))
                .query()
                .listOfRows()) {
                log.warn("explain: {}", step);
            }
        }
    }

    /**
     * A thousand clusters of a thousand items: each item needs three others of its
     * cluster, the nearest forming a circle; 50,000 items use one hub besides.
     */
    private void fill() {
        long begin = System.nanoTime();
        // In parts: a statement has 30 seconds before the driver gives up.
        for (int part = 0; part < PARTS; part++) {
            this.jdbc.sql("""
                    insert into configuration_items (id, version, item_key, name, type, criticality, owner, description,
                           active, confirmed_at)
                    select :first + seq, 0, if(seq = 0, 'bench-hub', concat('bench-', seq)), concat('Bench ', seq),
                           elt(1 + seq mod 5, 'SERVICE', 'APPLICATION', 'DATABASE', 'HOST', 'COMPONENT'),
                           elt(1 + seq mod 4, 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'), concat('owner-', seq mod 40), '',
                           true, '2025-01-01' + interval seq second
                      from seq_0_to_1000000 where seq > :from and seq <= :to""")
                .param("first", FIRST)
                .param("from", (part == 0) ? -1 : part * (ITEMS / PARTS))
                .param("to", (part + 1) * (ITEMS / PARTS))
                .update();
        }
        log.warn("{} items after {} s", ITEMS, (System.nanoTime() - begin) / 1_000_000_000);
        for (int part = 0; part < PARTS; part++) {
            this.jdbc.sql("""
                    insert ignore into item_relations (source_id, kind, target_id)
                    select :first + s.seq, elt(1 + k.seq, 'DEPENDS_ON', 'RUNS_ON', 'USES'),
                           :first + 1 + 1000 * ((s.seq - 1) div 1000)
                                  + ((s.seq - 1) mod 1000 + elt(1 + k.seq, 1, 37, 211)) mod 1000
                      from seq_1_to_1000000 s, seq_0_to_2 k
                     where s.seq > :from and s.seq <= :to
                     order by 1, 2, 3""")
                .param("first", FIRST)
                .param("from", part * (ITEMS / PARTS))
                .param("to", (part + 1) * (ITEMS / PARTS))
                .update();
        }
        this.jdbc.sql("""
                insert into item_relations (source_id, kind, target_id)
                select :first + seq * 20, 'CONNECTS_TO', :first from seq_1_to_50000""").param("first", FIRST).update();
        this.jdbc.sql("analyze table item_relations, configuration_items").query().listOfRows();
        log.warn("filled after {} s", (System.nanoTime() - begin) / 1_000_000_000);
    }

    private static void measure(String name, Supplier<Integer> work) {
        long[] times = new long[ROUNDS];
        int found = 0;
        for (int round = -5; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            found = work.get();
            times[Math.max(0, round)] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        log.warn("| {} | {} | {} | {} | {} |", name, found, millis(times[0]), millis(times[ROUNDS / 2]),
                millis(times[ROUNDS * 95 / 100]));
    }

    private static String millis(long nanos) {
        return "%.1f".formatted(nanos / 1e6);
    }

}
