package io.slipway.audit.chain;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes seal 500 rows a second while one after the other is killed (kill -9): no two
 * checkpoints of one size differ, no row and no checkpoint is lost, and sealing goes on.
 */
class SealingDrills {

    private static final Logger log = LoggerFactory.getLogger(SealingDrills.class);

    private static final int KILLS = Integer.getInteger("slipway.kills", 8);

    private final OwnSchema schema = new OwnSchema("237-witnesses.sql");

    private final ChainStore store = new ChainStore(this.schema.jdbc());

    private final AtomicBoolean writing = new AtomicBoolean(true);

    private final Process[] nodes = new Process[2];

    @TempDir
    Path folder;

    @AfterEach
    void end() throws InterruptedException {
        this.writing.set(false);
        for (Process node : this.nodes) {
            if (node != null) {
                node.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void makesOneLogWhileNodesAreKilled() throws Exception {
        Path key = Files.writeString(this.folder.resolve("key.pem"), SigningKey.make());
        for (int node = 0; node < 2; node++) {
            start(node);
        }
        long[] written = new long[1];
        Thread writer = new Thread(() -> {
            while (this.writing.get()) {
                long begin = System.nanoTime();
                this.schema.rows(50);
                written[0] += 50;
                long left = Duration.ofMillis(100).toNanos() - (System.nanoTime() - begin);
                if (left > 0) {
                    LockSupport.parkNanos(left);
                }
            }
        }, "rows");
        writer.start();
        Duration longest = Duration.ZERO;
        long most = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            for (int batch = 0; batch < 10; batch++) {
                goesOn();
            }
            this.nodes[kill % 2].destroyForcibly().waitFor();
            Duration until = goesOn();
            most = Math.max(most, this.store.waiting());
            longest = (until.compareTo(longest) > 0) ? until : longest;
            start(kill % 2);
        }
        this.writing.set(false);
        writer.join();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> this.store.waiting() == 0);
        assertThat(this.store.log().size()).isEqualTo(written[0]);
        assertThat(longest).as("until sealing went on").isLessThan(Duration.ofMinutes(1));
        end();
        agree(key);
        log.warn("{} rows sealed over {} kills, at most {} waited, {} ms until sealing went on at most", written[0],
                KILLS, most, longest.toMillis());
    }

    /** What nodes said, what they remember and what the database has is one log. */
    private void agree(Path key) throws IOException {
        Map<Long, String> bySize = new HashMap<>();
        this.store.from(0, 100_000).forEach((kept) -> bySize.put(kept.size(), kept.checkpoint().text()));
        List<String> said = new ArrayList<>();
        for (File file : this.folder.toFile().listFiles((dir, name) -> name.startsWith("said-"))) {
            said.addAll(Files.readAllLines(file.toPath()));
        }
        said.removeIf((line) -> !line.matches("example\\.org/slipway [0-9]+ \\S{44} "));
        assertThat(said).hasSizeGreaterThan(KILLS);
        for (String line : said) {
            Checkpoint checkpoint = Checkpoint.parse(line.strip().replace(" ", "\n") + "\n");
            assertThat(bySize).as("none lost, none other of its size")
                .containsEntry(checkpoint.size(), checkpoint.text());
        }
        RecordKeys keys = new RecordKeys("example.org/slipway",
                List.of(SigningKey.read(Files.readString(key), "example.org/slipway")), List.of(),
                Duration.ofMinutes(1), null);
        assertThat(new RecordCheck(this.store, keys).run((looked) -> {
        })).isNull();
    }

    private Duration goesOn() {
        long begin = System.nanoTime();
        long size = this.store.log().size();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> this.store.log().size() > size);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void start(int node) throws IOException {
        File said = Files.createTempFile(this.folder, "said-", ".txt").toFile();
        this.nodes[node] = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                SealingNode.class.getName(), this.schema.url(), this.folder.resolve("key.pem").toString(),
                this.folder.resolve("memory-" + node).toString(), said.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    }

}
