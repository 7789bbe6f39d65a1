package io.slipway.audit.chain;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;

import io.slipway.identity.Acting;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pack is verified by a program that knows nothing of the portal, which names what was
 * done to it.
 */
@SlipwayTest
class EvidencePackTests {

    @Autowired
    EvidencePack packs;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Sealing sealing;

    @Autowired
    Acting acting;

    @TempDir
    Path folder;

    @Test
    void isVerifiedWithoutThePortalAndTellsWhatWasDoneToIt() throws Exception {
        String key = this.driver.register("To take away \"quoted\" — ü");
        this.driver.plan(key);
        this.sealing.seal();
        Map<String, byte[]> pack = pack(key);
        assertThat(verify(pack)).startsWith("0").contains("All of it is good", "rows ");
        assertThat(new String(pack.get("trail.txt"), StandardCharsets.UTF_8)).contains("Registered the release");
        assertThat(pack(key)).usingRecursiveComparison().isEqualTo(pack);

        assertThat(verify(changed(pack, "trail.txt", "Registered", "Revealed"))).contains("1",
                "trail.txt is not the file of the manifest");
        assertThat(verify(changed(pack, "manifest.txt", "Evidence", "evidence")))
            .contains("signature of the manifest is wrong");
        assertThat(verify(changed(pack, "checkpoint.txt", "\n", "\n ")).toString()).startsWith("1");
        Map<String, byte[]> more = new TreeMap<>(pack);
        more.put("extra.txt", new byte[] { 1 });
        assertThat(verify(more)).contains("extra.txt is not in the manifest");
        Map<String, byte[]> less = new TreeMap<>(pack);
        less.remove("rows.jsonl");
        assertThat(verify(less)).contains("rows.jsonl is missing");

        SigningKey forger = SigningKey.read(SigningKey.make(), "localhost/slipway");
        assertThat(verify(pack, forger.verifier().toString())).contains("is not signed by this key");
        assertThat(verify(resigned(changed(pack, "rows.jsonl", "plan.submitted", "plan.approved!"), forger), ""))
            .contains("checkpoint is not signed by this key");
    }

    private Map<String, byte[]> pack(String key) {
        return this.acting.as("auditor", () -> {
            try {
                return this.packs.of(key);
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        });
    }

    private static Map<String, byte[]> changed(Map<String, byte[]> pack, String file, String from, String to) {
        Map<String, byte[]> changed = new TreeMap<>(pack);
        String text = new String(pack.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        changed.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return changed;
    }

    /** As somebody would do it who has a key, but not the portal's. */
    private static Map<String, byte[]> resigned(Map<String, byte[]> pack, SigningKey forger) {
        Map<String, byte[]> forged = new TreeMap<>(pack);
        forged.put("key.txt", forger.verifier().toString().getBytes(StandardCharsets.UTF_8));
        forged.remove("manifest.txt");
        StringBuilder manifest = new StringBuilder("Evidence pack\n");
        forged.forEach((name,
                content) -> manifest.append(DigestUtils.sha256Hex(content)).append("  ").append(name).append('\n'));
        SignedNote note = new SignedNote(manifest.toString(), List.of(forger.sign(manifest.toString())));
        forged.put("manifest.txt", note.toString().getBytes(StandardCharsets.UTF_8));
        return forged;
    }

    private String verify(Map<String, byte[]> pack) throws IOException, InterruptedException {
        return verify(pack, "");
    }

    /** The exit code, and what the verifier says. */
    private String verify(Map<String, byte[]> pack, String key) throws IOException, InterruptedException {
        Path archive = this.folder.resolve("evidence.zip");
        try (OutputStream out = Files.newOutputStream(archive)) {
            EvidencePack.write(pack, out);
        }
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(program(pack.get("Verify.java")));
        command.add(archive.toString());
        if (!key.isEmpty()) {
            command.add(key);
        }
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        Process running = process.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return running.waitFor() + "\n" + said;
    }

    /** Once as the pack says, from then on compiled, which is quicker. */
    private List<String> program(byte[] source) throws IOException {
        Path verifier = this.folder.resolve("Verify.java");
        if (!Files.exists(verifier)) {
            Files.write(verifier, source);
            return List.of(verifier.toString());
        }
        Path compiled = this.folder.resolve("compiled");
        if (!Files.exists(compiled)) {
            assertThat(ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, "-d", compiled.toString(), verifier.toString())).isZero();
        }
        return List.of("-cp", compiled.toString(), "Verify");
    }

}
