package io.slipway.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntSupplier;

import io.slipway.audit.AuditEntry;
import io.slipway.audit.RecordQuery;
import io.slipway.audit.RecordSearch;
import io.slipway.audit.chain.Integrity;
import io.slipway.audit.chain.SealNow;
import io.slipway.benchmark.LiveHeap;
import io.slipway.identity.Acting;
import io.slipway.input.KeyPage;
import io.slipway.test.SlipwayTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How fast rows are sealed, proved and looked at again, a page of them found by each of
 * the filters, and how fast rows and releases go out, with how much heap. The figures are
 * in {@code src/docs/benchmarks.md}.
 */
@SlipwayTest
class RecordSizeBenchmark {

    private static final Logger log = LoggerFactory.getLogger(RecordSizeBenchmark.class);

    private static final int ROWS = Integer.getInteger("slipway.record", 1_000_000);

    private static final int CHUNK = 100_000;

    private static final int TIMES = 15;

    private static final Instant BEGIN = Instant.parse("2023-12-01T00:00:00Z");

    private static final RecordQuery ALL = new RecordQuery("", "", "", "", "", null, null);

    @Autowired
    RecordSearch search;

    @Autowired
    Exports exports;

    @Autowired
    SealNow record;

    @Autowired
    Integrity integrity;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Test
    void findsProvesAndGivesAway() {
        fill();
        this.acting.as("auditor", () -> {
            Instant late = BEGIN.plus(700, ChronoUnit.DAYS);
            page("everything", ALL);
            page("person", new RecordQuery("bench-21", "", "", "", "", null, null));
            page("busiest", new RecordQuery("system", "", "", "", "", null, null));
            page("action", new RecordQuery("", "bench.done-3", "", "", "", null, null));
            page("rare action", new RecordQuery("", "bench.rare", "", "", "", null, null));
            page("kind", new RecordQuery("", "", "bench-kind-2", "", "", null, null));
            page("key of a thing", new RecordQuery("", "", "", "BENCH-1234", "", null, null));
            page("kind and key", new RecordQuery("", "", "bench-kind-2", "BENCH-1234", "", null, null));
            page("release", new RecordQuery("", "", "", "", "BENCH-77", null, null));
            page("person and action", new RecordQuery("bench-21", "bench.done-3", "", "", "", null, null));
            page("busiest and rare action", new RecordQuery("system", "bench.rare", "", "", "", null, null));
            page("person and kind", new RecordQuery("bench-21", "", "bench-kind-2", "", "", null, null));
            page("person and another's kind", new RecordQuery("bench-21", "", "bench-kind-rare", "", "", null, null));
            page("a week", new RecordQuery("", "", "", "", "", late, late.plus(7, ChronoUnit.DAYS)));
            page("person in a week", new RecordQuery("bench-21", "", "", "", "", late, late.plus(7, ChronoUnit.DAYS)));
            page("nobody", new RecordQuery("nobody", "", "", "", "", null, null));
            time("choices", () -> this.search.actions().size() + this.search.subjectTypes().size());
            export(new ExportQuery(ExportKind.RECORD_CSV, ALL, ReleaseSelection.ALL));
            export(new ExportQuery(ExportKind.RECORD_SPREADSHEET,
                    new RecordQuery("", "bench.done-3", "", "", "", null, null), ReleaseSelection.ALL));
            for (ExportKind kind : ExportKind.values()) {
                if (!kind.ofRecord()) {
                    export(new ExportQuery(kind, ALL, ReleaseSelection.ALL));
                }
            }
            sealAndProve();
        });
    }

    /**
     * Two in five rows are the portal's, the others of 200 people; 100 kinds of events;
     * 50 rows a release; three years. The triggers go first: MariaDB 11.4 takes no
     * {@code insert … select} into a table that has some before an update.
     */
    private void fill() {
        for (String trigger : new String[] { "pending", "no_update", "no_delete" }) {
            this.jdbc.sql("drop trigger audit_entries_" + trigger).update();
        }
        long seconds = ChronoUnit.SECONDS.between(BEGIN, BEGIN.plus(1095, ChronoUnit.DAYS));
        for (int from = 0; from < ROWS; from += CHUNK) {
            long last = this.jdbc.sql("select max(sequence) from audit_entries").query(Long.class).single();
            this.jdbc.sql("insert into audit_entries (at, actor, actor_name, role, action, subject_type, subject,"
                    + " release_key, reason, old_values, new_values) select"
                    + " from_unixtime(1701388800 + (seq + :from) * " + seconds + " div " + ROWS
                    + "), if(seq % 5 < 2, 'system', concat('bench-', seq * 7 % 200)), 'Somebody of the bench',"
                    + " if(seq % 3 = 0, 'release-manager', null),"
                    + " if(seq % 10007 = 0, 'bench.rare', concat('bench.done-', seq % 100)),"
                    + " if(seq % 9973 = 0, 'bench-kind-rare', concat('bench-kind-', seq % 13)),"
                    + " concat('BENCH-', floor((seq + :from) / 13)), concat('BENCH-', floor((seq + :from) / 50)),"
                    + " if(seq % 11 = 0, 'The branches are closed next week, and nobody is there.', null), '{}',"
                    + " '{\"attempt\": 1, \"environment\": \"production\", \"startedAt\": \"2026-11-29T18:00:00Z\"}'"
                    + " from seq_1_to_" + CHUNK)
                .param("from", from)
                .update();
            this.jdbc
                .sql("insert into audit_pending (sequence) select sequence from audit_entries where sequence > :last"
                        + " and action like 'bench.%'")
                .param("last", last)
                .update();
        }
        this.jdbc
            .sql("insert into releases (release_key, name, type, model, owner, phase, status, ended, support_days, schedule_at,"
                    + " registered_at, version) select concat('BENCH-', seq), 'Of the bench', 'MINOR', 'BIG_BANG', 'bench-7',"
                    + " 'REVIEW', 'CLOSED', true, 5, '2026-01-01', '2026-01-01', 0 from seq_0_to_"
                    + Math.min(ROWS / 50, 10_000))
            .update();
        this.jdbc.sql("analyze table audit_entries").query().listOfRows();
    }

    private void page(String what, RecordQuery query) {
        time(what, () -> {
            KeyPage<AuditEntry> page = this.search.search(query, "");
            return (page.next() != null) ? this.search.search(query, page.next()).rows().size() : page.rows().size();
        });
    }

    private void time(String what, IntSupplier read) {
        long[] took = new long[TIMES];
        int found = 0;
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            found = read.getAsInt();
            took[i] = System.nanoTime() - begin;
        }
        Arrays.sort(took);
        log.warn("{}: median {} ms, slowest {} ms, found {}", what, took[TIMES / 2] / 100_000 / 10.0,
                took[TIMES - 1] / 100_000 / 10.0, found);
    }

    /** Seals all rows, proves some, and looks at each. */
    private void sealAndProve() {
        long begin = System.nanoTime();
        while (this.integrity.standing().waiting() > 0) {
            this.record.seal();
        }
        rate("sealed", ROWS, begin);
        Random random = new Random(1);
        time("proof of a row",
                () -> this.integrity
                    .proof(this.jdbc.sql("select sequence from audit_leaves where leaf_index = :index")
                        .param("index", random.nextInt(ROWS))
                        .query(Long.class)
                        .single())
                    .length());
        begin = System.nanoTime();
        this.integrity.check();
        Awaitility.await()
            .pollInSameThread()
            .atMost(Duration.ofHours(2))
            .pollInterval(Duration.ofMillis(200))
            .until(() -> this.integrity.standing().check().endedAt() != null);
        rate("looked at on the server", ROWS, begin);
        assertThat(this.integrity.standing().check().good()).isTrue();
    }

    private static void rate(String what, long rows, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        log.warn("{}: {} rows in {} s, {} a second", what, rows, "%.1f".formatted(seconds),
                "%.0f".formatted(rows / seconds));
    }

    private void export(ExportQuery query) {
        long[] bytes = new long[1];
        long begin = System.nanoTime();
        long most = LiveHeap.most(Duration.ofSeconds(2), () -> bytes[0] = written(query));
        rate("%s, %d MB zipped, at most %d MB of heap".formatted(query.kind().id(), bytes[0] / 1_000_000,
                most / 1_000_000), rows(), begin);
    }

    /** How many rows the last export had. */
    private long rows() {
        return this.jdbc.sql("""
                select json_value(new_values, '$.rows') from audit_entries
                 where action = 'record.exported' order by sequence desc limit 1""").query(Long.class).single();
    }

    private long written(ExportQuery query) {
        long[] bytes = new long[1];
        try {
            this.exports.write(query, (name) -> new OutputStream() {
                @Override
                public void write(int one) {
                    bytes[0]++;
                }

                @Override
                public void write(byte[] some, int from, int length) {
                    bytes[0] += length;
                }
            });
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        assertThat(bytes[0]).isPositive();
        return bytes[0];
    }

}
