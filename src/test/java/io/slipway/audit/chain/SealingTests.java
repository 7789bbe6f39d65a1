package io.slipway.audit.chain;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.slipway.audit.chain.RecordCheck.Finding;
import io.slipway.database.TestDatabase;
import io.slipway.sql.RecordClient;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The record is sealed in the order of commits by one node at a time, and whatever an
 * administrator of the database does to it afterwards is found. In a schema of its own,
 * where everything is allowed.
 */
class SealingTests {

    private static final Instant BEGIN = Instant.parse("2026-11-30T10:00:00Z");

    private final DriverManagerDataSource schema = new DriverManagerDataSource(
            TestDatabase.emptySchema() + "&sessionVariables=tx_isolation='READ-COMMITTED'", "root", "");

    private final JdbcClient jdbc = RecordClient.of(this.schema);

    private final SigningKey key = SigningKey.read(SigningKey.make(), "example.org/slipway");

    private final ChainStore store = new ChainStore(this.jdbc);

    @TempDir
    Path folder;

    private RecordKeys keys;

    private Sealing sealing;

    @BeforeEach
    void make() throws LiquibaseException {
        this.keys = new RecordKeys("example.org/slipway", List.of(this.key), List.of(), Duration.ofMinutes(1),
                this.folder);
        this.sealing = sealing(BEGIN);
        migrate("040-audit.sql");
        this.jdbc.sql("alter table audit_entries add column token varchar(100) null after actor_name").update();
        row("before there was a log");
        migrate("042-audit-chain.sql");
        migrate("212-made-for-demo.sql");
        migrate("237-witnesses.sql");
    }

    @Test
    void sealsWhatWasThereBeforeAndInTheOrderOfCommitsOnceForAll() {
        new TransactionTemplate(new JdbcTransactionManager(this.schema)).executeWithoutResult((open) -> {
            row("begun early, committed late");
            CompletableFuture.runAsync(() -> row("committed first")).join();
            assertThat(CompletableFuture.supplyAsync(this.sealing::sealed).join()).isEqualTo(2);
        });
        assertThat(this.sealing.sealed()).isEqualTo(1);
        assertThat(this.sealing.sealed()).isZero();
        assertThat(this.jdbc
            .sql("select e.reason from audit_leaves l join audit_entries e using (sequence) order by leaf_index")
            .query(String.class)
            .list()).containsExactly("before there was a log", "committed first", "begun early, committed late");
        assertThat(check()).isNull();
    }

    @Test
    void signsAtMostOncePerMinuteAndEachHeadIsTheBeginningOfTheNext() {
        Checkpoint before = null;
        for (int minute = 0; minute < 5; minute++) {
            rows(300);
            sealing(BEGIN.plus(Duration.ofMinutes(minute))).seal();
            rows(1);
            sealing(BEGIN.plus(Duration.ofMinutes(minute)).plusSeconds(59)).seal();
            Checkpoint now = this.store.newest().orElseThrow().checkpoint();
            assertThat(now.size()).isEqualTo(1 + 300L * (minute + 1) + minute);
            if (before != null) {
                TileTree tree = new TileTree(this.store, now.size());
                assertThat(Proofs.consistent(before.size(), before.root(), now.size(), now.root(),
                        tree.consistency(before.size())))
                    .isTrue();
            }
            before = now;
        }
        assertThat(check()).isNull();
        assertThat(this.store.newest().orElseThrow().signed().verifiedBy(List.of(this.key.verifier()))).isPresent();
    }

    @Test
    void letsNodesThatSealAtOnceMakeOneLog() {
        rows(7000);
        List<CompletableFuture<Void>> nodes = IntStream.range(0, 4)
            .mapToObj((node) -> CompletableFuture.runAsync(() -> {
                Sealing own = sealing(BEGIN.plusSeconds(node));
                while (this.store.waiting() > 0) {
                    own.sealed();
                }
            }))
            .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(this.store.log().size()).isEqualTo(7001);
        assertThat(check()).isNull();
    }

    @Test
    void findsARowThatWasChangedRemovedOrPutElsewhere() {
        sealed(600);
        tamper("update audit_entries set reason = 'as if' where sequence = 400");
        assertThat(check()).isEqualTo(new Finding(399, 400L, "changed", ""));
        tamper("update audit_entries set reason = 'row 399' where sequence = 400");
        assertThat(check()).isNull();

        tamper("update audit_leaves set sequence = 9999 where sequence = 500",
                "update audit_leaves set sequence = 500 where sequence = 501",
                "update audit_leaves set sequence = 501 where sequence = 9999");
        assertThat(check()).isEqualTo(new Finding(499, 501L, "changed", ""));
        tamper("update audit_leaves set sequence = 9999 where sequence = 500",
                "update audit_leaves set sequence = 500 where sequence = 501",
                "update audit_leaves set sequence = 501 where sequence = 9999");
        assertThat(check()).isNull();

        tamper("delete from audit_entries where sequence = 77");
        assertThat(check()).isEqualTo(new Finding(76, 77L, "missing", ""));
    }

    @Test
    void findsThatTheEndWasCutOffAndSealsNoFurther() {
        sealed(600);
        tamper("delete from audit_leaves where leaf_index >= 590", "delete from audit_entries where sequence > 590",
                "update audit_log set size = 590",
                "update audit_tiles set hashes = left(hashes, 78 * 32)" + " where level = 0 and number = 2");
        assertThat(check()).isEqualTo(new Finding(590, null, "cut-off", "601"));
        row("something new");
        assertThat(this.sealing.sealed()).isZero();
        assertThat(this.store.log().halted()).contains("signed 601 rows, and the database has 590");
        assertThat(this.sealing.sealed()).isZero();
    }

    @Test
    void noticesADatabaseThatWasRestoredFromABackupHoweverMuchCameSince() {
        sealed(600);
        List<String> tables = List.of("audit_entries", "audit_leaves", "audit_tiles", "audit_checkpoints", "audit_log");
        tables.forEach(
                (table) -> this.jdbc.sql("create table backup_of_" + table + " as select * from " + table).update());
        rows(50);
        sealing(BEGIN.plusSeconds(90)).seal();
        List<String> restore = new ArrayList<>();
        tables.forEach((table) -> restore.add(0, "delete from " + table));
        restore.add(0, "drop trigger audit_entries_pending");
        tables.forEach((table) -> restore.add("insert into " + table + " select * from backup_of_" + table));
        tamper(restore.toArray(String[]::new));
        assertThat(check()).as("what was restored is good in itself").isNull();

        rows(5);
        assertThat(sealing(BEGIN.plusSeconds(200)).sealed()).isZero();
        assertThat(this.store.log().halted()).contains("signed 651 rows, and the database has 601");
        this.store.halt(null);
        grow(100);
        assertThat(sealing(BEGIN.plusSeconds(300)).sealed()).isZero();
        assertThat(this.store.log().halted()).contains("not those that this node signed");
    }

    /** As a node does that remembers nothing. */
    private void grow(int rows) {
        Growth grown = new Growth(this.store, this.store.log().size());
        for (int row = 0; row < rows; row++) {
            grown.add(Merkle.leaf(new byte[] { (byte) row }));
        }
        this.store.seal(List.of(new ChainStore.Leaf(grown.size() - 1, 1_000_000, new byte[16], new byte[32])), grown);
    }

    @Test
    void findsThatEverythingWasWrittenAnewWithTheRightHashes() {
        sealed(300);
        rows(300);
        sealing(BEGIN.plusSeconds(90)).seal();
        tamper("update audit_entries set reason = 'as if' where sequence = 400");
        List<SealedRow> rows = this.jdbc.sql("select * from audit_entries order by sequence")
            .query(SealedRow.class)
            .list();
        tamper("delete from audit_leaves", "delete from audit_tiles", "update audit_log set size = 0");
        Growth forged = new Growth(this.store, 0);
        List<ChainStore.Leaf> leaves = rows.stream().map((row) -> {
            byte[] salt = new byte[16];
            byte[] hash = row.payloadHash(salt);
            forged.add(Merkle.leaf(row.leaf(hash)));
            return new ChainStore.Leaf(forged.size() - 1, row.sequence(), salt, hash);
        }).toList();
        this.store.seal(leaves, forged);
        assertThat(check()).isEqualTo(new Finding(0, null, "rewritten", "301"));
        row("something new");
        assertThat(this.sealing.sealed()).isZero();
        assertThat(this.store.log().halted()).contains("not those that this node signed");
    }

    @Test
    void beginsAnewUnderAnotherNameOnceAPersonHasDecided() {
        sealed(20);
        this.store.halt("restored");
        row("kept");
        assertThat(this.sealing.sealed()).isZero();
        this.store.beginAnew();
        assertThat(this.sealing.sealed()).isEqualTo(22);
        assertThat(this.store.newest().orElseThrow().checkpoint().origin()).isEqualTo("example.org/slipway/1");
        assertThat(check()).isNull();
    }

    @Test
    void keepsTheTreeWholeWhereARowWasErased() {
        sealed(50);
        tamper("update audit_leaves set salt = null where sequence = 20",
                "update audit_entries set actor = 'erased', actor_name = 'erased', reason = null, new_values = '{}'"
                        + " where sequence = 20");
        assertThat(check()).isNull();
    }

    private @Nullable Finding check() {
        return new RecordCheck(this.store, this.keys).run((looked) -> {
        });
    }

    private void sealed(int rows) {
        rows(rows);
        this.sealing.seal();
        assertThat(this.store.newest().orElseThrow().size()).isEqualTo(rows + 1);
    }

    private Sealing sealing(Instant at) {
        return new Sealing(this.store, this.keys, Clock.fixed(at, ZoneOffset.UTC),
                new JdbcTransactionManager(this.schema));
    }

    private void rows(int count) {
        this.jdbc.sql("""
                insert into audit_entries (at, actor, actor_name, action, subject_type, subject, reason, old_values,
                                           new_values) values :rows""")
            .param("rows", IntStream.rangeClosed(1, count).mapToObj(SealingTests::columns).toList())
            .update();
    }

    private static Object[] columns(int number) {
        return new Object[] { "2026-11-30 09:00:00.123", "rhea", "Rhea Malik", "plan.submitted", "release", "PAY-1",
                "row " + number, "{}", "{\"x\": 1.50}" };
    }

    private void row(String reason) {
        this.jdbc
            .sql("insert into audit_entries (at, actor, actor_name, action, subject_type, subject, reason, old_values,"
                    + " new_values) values (utc_timestamp(3), 'a', 'A', 'plan.submitted', 'release', 'PAY-1', :reason, '{}', '{}')")
            .param("reason", reason)
            .update();
    }

    private void tamper(String... statements) {
        for (String trigger : List.of("audit_entries_no_update", "audit_entries_no_delete")) {
            this.jdbc.sql("drop trigger if exists " + trigger).update();
        }
        for (String statement : statements) {
            this.jdbc.sql(statement).update();
        }
    }

    private void migrate(String file) throws LiquibaseException {
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(this.schema);
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog("classpath:db/changelog/" + file);
        liquibase.afterPropertiesSet();
    }

}
