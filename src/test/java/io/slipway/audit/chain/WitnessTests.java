package io.slipway.audit.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.spi.ToolProvider;

import com.sun.net.httpserver.HttpServer;
import io.slipway.audit.chain.AuditProperties.WitnessAt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A witness, in a process of its own, cosigns what goes on from what it knows and nothing
 * else; the portal bears one that is away, slow or talks nonsense.
 */
class WitnessTests {

    private static final String ORIGIN = "example.org/slipway";

    private final OwnSchema schema = new OwnSchema("237-witnesses.sql");

    private final ChainStore store = new ChainStore(this.schema.jdbc());

    private final AnchorStore anchors = new AnchorStore(this.schema.jdbc());

    private final SigningKey key = SigningKey.read(SigningKey.make(), ORIGIN);

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-30T10:00:00Z");

    private Process process;

    private String witnessKey;

    private URI address;

    @AfterEach
    void end() throws InterruptedException {
        if (this.process != null) {
            this.process.destroyForcibly().waitFor();
        }
    }

    @Test
    void cosignsEachCheckpointThatGoesOnAcrossItsRestart() throws Exception {
        start();
        for (int rows : new int[] { 1, 300, 7, 256 }) {
            sealed(rows);
            anchor(witness());
            assertThat(anchored()).isEqualTo(new Anchors.Anchored("witness.example",
                    this.store.newest().orElseThrow().size(), anchored().at(), null, 0));
        }
        String given = this.anchors.given(this.store.newest().orElseThrow());
        assertThat(SignedNote.parse(given).verifiedBy(List.of(NoteKey.cosigner(this.witnessKey)))).isPresent();
        assertThat(SignedNote.parse(given.replace("564", "565")).verifiedBy(List.of(NoteKey.cosigner(this.witnessKey))))
            .isEmpty();

        end();
        sealed(5);
        anchor(witness());
        assertThat(anchored().problem()).isEqualTo("unreachable");
        assertThat(anchored().rows()).isEqualTo(564);
        start();
        anchor(witness());
        assertThat(anchored().rows()).as("it is asked again in half a minute").isEqualTo(564);
        this.now = this.now.plusSeconds(31);
        anchor(witness());
        assertThat(anchored().rows()).isEqualTo(569);
    }

    @Test
    void tellsASizeThatItKnowsAndRefusesAnotherPast() throws Exception {
        start();
        sealed(20);
        anchor(witness());
        this.schema.jdbc().sql("update audit_witnesses set size = 0").update();
        sealed(20);
        anchor(witness());
        assertThat(anchored().rows()).as("409 says from where to go on").isEqualTo(40);

        this.store.beginAnew();
        sealed(60);
        this.schema.jdbc().sql("update audit_log set generation = 0").update();
        this.schema.jdbc().sql("delete from audit_checkpoints").update();
        sealed(0);
        anchor(witness());
        assertThat(anchored().problem()).as("the same log with another past").isEqualTo("contradicted");

        this.now = this.now.plus(Duration.ofHours(2));
        this.schema.jdbc().sql("delete from audit_checkpoints").update();
        this.schema.jdbc().sql("update audit_witnesses set size = 0").update();
        this.store.keep(new Checkpoint(ORIGIN, 30, new byte[32]), this.now,
                new SignedNote(new Checkpoint(ORIGIN, 30, new byte[32]).text(),
                        List.of(this.key.sign(new Checkpoint(ORIGIN, 30, new byte[32]).text()))));
        anchor(witness());
        assertThat(anchored().problem()).as("fewer rows than it knows").isEqualTo("ahead");
        assertThat(anchored().detail()).isEqualTo(40);

        this.now = this.now.plus(Duration.ofHours(2));
        this.store.keep(new Checkpoint("elsewhere.example", 50, new byte[32]), this.now,
                new SignedNote(new Checkpoint("elsewhere.example", 50, new byte[32]).text(),
                        List.of(this.key.sign("elsewhere.example\n50\n"))));
        anchor(witness());
        assertThat(anchored().problem()).isEqualTo("log");

        this.now = this.now.plus(Duration.ofHours(2));
        this.store.keep(new Checkpoint(ORIGIN, 51, new byte[32]), this.now, new SignedNote(
                new Checkpoint(ORIGIN, 51, new byte[32]).text(), List.of(this.key.sign("another text\n"))));
        anchor(witness());
        assertThat(anchored().problem()).isEqualTo("key");
    }

    @Test
    void bearsAWitnessThatHangsOrTalksNonsense() throws Exception {
        start();
        sealed(3);
        HttpServer odd = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String[] answer = { "200 nothing of it" };
        odd.createContext("/", (call) -> {
            byte[] body = answer[0].substring(4).getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(Integer.parseInt(answer[0].substring(0, 3)),
                    answer[0].endsWith("…") ? 0 : body.length);
            OutputStream out = call.getResponseBody();
            out.write(body);
            out.flush();
            if (!answer[0].endsWith("…")) {
                call.close();
            }
        });
        odd.start();
        Witness witness = new Witness(
                new WitnessAt(URI.create("http://127.0.0.1:" + odd.getAddress().getPort() + "/"), this.witnessKey),
                Duration.ofSeconds(1));
        String other = SigningKey.read(SigningKey.make(), "witness.example").sign("x").toString();
        for (String said : List.of("200 nothing of it", "200 — a b", "200 — witness.example AAAA", "200 " + other,
                "409 soon", "200 waits…", "200 " + "x".repeat(70_000))) {
            answer[0] = said;
            anchor(witness);
            assertThat(anchored().rows()).as(said).isZero();
            assertThat(anchored().problem()).as(said).isIn("nonsense", "unreachable");
            this.now = this.now.plus(Duration.ofHours(2));
        }
        answer[0] = "503 later";
        anchor(witness);
        assertThat(anchored().problem()).isEqualTo("answer");
        assertThat(anchored().detail()).isEqualTo(503);
        odd.stop(0);
        this.now = this.now.plus(Duration.ofHours(2));
        anchor(witness());
        assertThat(anchored().rows()).isEqualTo(3);
    }

    private Anchors.Anchored anchored() {
        return new Anchors(this.anchors, anchoring(witness()),
                new Timestamping(this.anchors, this.store, null, Duration.ofDays(1), Clock.systemUTC()))
            .all()
            .get(0);
    }

    private Witness witness() {
        return new Witness(new WitnessAt(this.address, this.witnessKey), Duration.ofSeconds(10));
    }

    private void anchor(Witness witness) {
        anchoring(witness).anchor();
    }

    private Anchoring anchoring(Witness witness) {
        return new Anchoring(this.anchors, this.store, List.of(witness), Clock.fixed(this.now, ZoneOffset.UTC));
    }

    private void sealed(int rows) {
        if (rows > 0) {
            this.schema.rows(rows);
        }
        this.now = this.now.plus(Duration.ofMinutes(2));
        new Sealing(this.store, new RecordKeys(ORIGIN, List.of(this.key), List.of(), Duration.ofMinutes(1), null),
                Clock.fixed(this.now, ZoneOffset.UTC), new JdbcTransactionManager(this.schema.source()))
            .seal();
    }

    private void start() throws IOException {
        Path compiled = this.folder.resolve("compiled");
        if (!Files.exists(compiled)) {
            Path source = Files.write(this.folder.resolve("Witness.java"),
                    new ClassPathResource("audit/Witness.java").getContentAsByteArray());
            assertThat(ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, "-d", compiled.toString(), source.toString())).isZero();
        }
        this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp", compiled.toString(), "Witness",
                this.folder.resolve("memory").toString(), "127.0.0.1:0", "witness.example",
                this.key.verifier().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        BufferedReader said = this.process.inputReader();
        this.witnessKey = said.readLine();
        this.address = URI.create("http://127.0.0.1:" + said.readLine().replaceFirst("at port ", ""));
    }

}
