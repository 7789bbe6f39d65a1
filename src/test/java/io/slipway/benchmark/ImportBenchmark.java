package io.slipway.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

import io.slipway.configuration.exchange.ImportFile;
import io.slipway.configuration.exchange.ImportManagement;
import io.slipway.identity.Acting;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long the largest file takes from its upload until all of it is applied: 5,000 items
 * with three relations each, as new ones and then as changed ones. The figures are in
 * {@code src/docs/benchmarks.md}.
 */
@SlipwayTest
class ImportBenchmark {

    private static final Logger log = LoggerFactory.getLogger(ImportBenchmark.class);

    private static final String KEEPER = "configuration-manager";

    private static final int ROUNDS = 5;

    private static final int ROWS = 5000;

    @Autowired
    ImportManagement imports;

    @Autowired
    Acting acting;

    @Test
    void measure() {
        long[][] times = new long[6][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            String mark = "bench-" + UUID.randomUUID().toString().substring(0, 8) + "-";
            measure(file(mark, "low", 1), times[0], times[1], times[2], round);
            measure(file(mark, "high", 2), times[3], times[4], times[5], round);
        }
        String[] names = { "5,000 new: upload", "5,000 new: plan", "5,000 new: apply", "5,000 changed: upload",
                "5,000 changed: plan", "5,000 changed: apply" };
        for (int i = 0; i < names.length; i++) {
            Arrays.sort(times[i]);
            log.warn("| {} | {} | {} | {} |", names[i], times[i][0], times[i][ROUNDS / 2], times[i][ROUNDS - 1]);
        }
    }

    private void measure(String file, long[] upload, long[] plan, long[] apply, int round) {
        long begin = System.nanoTime();
        long id = this.acting.as(KEEPER,
                () -> this.imports.upload(ImportFile.csv("bench.csv", file.getBytes(StandardCharsets.UTF_8))));
        upload[round] = millisSince(begin);
        begin = System.nanoTime();
        String token = this.acting.as(KEEPER, () -> this.imports.plan(id).token());
        plan[round] = millisSince(begin);
        begin = System.nanoTime();
        this.acting.as(KEEPER, () -> this.imports.apply(id, token));
        apply[round] = millisSince(begin);
    }

    /** Each item needs the three that come some places after it, in a circle. */
    private static String file(String mark, String criticality, int distance) {
        StringBuilder rows = new StringBuilder("key,name,type,criticality,owner,description,relations\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("%1$s%2$d,Bench %1$s%2$d,host,%3$s,operations,One of many,".formatted(mark, i, criticality))
                .append("\"uses %1$s%2$d\nuses %1$s%3$d\nruns-on %1$s%4$d\"\n".formatted(mark, (i + distance) % ROWS,
                        (i + 7) % ROWS, (i + 211) % ROWS));
        }
        return rows.toString();
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

}
