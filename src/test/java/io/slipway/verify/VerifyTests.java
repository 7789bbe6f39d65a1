package io.slipway.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.slipway.audit.chain.Forger;
import io.slipway.audit.chain.SealNow;
import io.slipway.audit.chain.SealedRecord;
import io.slipway.audit.pack.EvidencePack;
import io.slipway.identity.Acting;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A pack is verified by three programs that know nothing of the portal, and each finds
 * what was done to it.
 */
@SlipwayTest
class VerifyTests {

    private static final String ROWS = "rows.jsonl";

    private static final String ENVELOPES = "statements.intoto.jsonl";

    @Autowired
    EvidencePack packs;

    @Autowired
    SealedRecord log;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SealNow record;

    @Autowired
    Acting acting;

    @TempDir
    Path folder;

    @Test
    void knowsNothingOfThePortal() {
        ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("io.slipway.verify")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.slipway.verify", "org.jspecify.annotations",
                    "org.springframework.modulith")
            .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.slipway.verify"));
    }

    @Test
    void findsWhatWasDoneToAPack() throws Exception {
        Map<String, byte[]> pack = pack();
        String key = text(pack, "key.txt").strip();
        assertThat(jar(pack, "--key", key)).startsWith("0").contains("(yours)", "statements", "All of it is good");
        assertThat(verify(pack)).startsWith("0").contains("compare it with one that you got another way");
        assertThat(script(pack, key)).startsWith("0").contains("All of it is good");
        assertThat(openssl(pack)).contains("Signature Verified Successfully", "report.pdf: OK");

        Map<String, String> tampered = new LinkedHashMap<>();
        List<String> rows = text(pack, ROWS).lines().toList();
        List<String> moved = new ArrayList<>(rows);
        Collections.swap(moved, 1, 2);
        tampered.put("flipped", lines(rows).replaceFirst("plan.submitted", "plan.approved!"));
        tampered.put("deleted", lines(rows.subList(1, rows.size())));
        tampered.put("reordered", lines(moved));
        tampered.put("truncated", lines(rows.subList(0, rows.size() - 2)));
        for (Map.Entry<String, String> one : tampered.entrySet()) {
            Map<String, byte[]> changed = with(pack, ROWS, one.getValue());
            assertThat(verify(changed)).as(one.getKey()).startsWith("1").contains("rows.jsonl is not the file");
            assertThat(script(changed, key)).as(one.getKey()).startsWith("1").contains("rows.jsonl is not the file");
            Map<String, byte[]> recomputed = with(changed, "manifest.txt", manifest(changed));
            assertThat(verify(recomputed)).as("rewritten").contains("signature of the manifest is wrong");
            assertThat(script(recomputed, key)).as("rewritten").contains("signature of the manifest is wrong");
            assertThat(openssl(recomputed)).contains("Verification Failure");
        }
        assertThat(verify(without(pack, ROWS))).contains("rows.jsonl is missing");
        assertThat(verify(with(pack, "extra.txt", "x"))).contains("extra.txt is not in the manifest");
        assertThat(verify(with(pack, "checkpoint.txt", "x"))).startsWith("1");
    }

    /** With a key of one's own everything can be signed but what others kept. */
    @Test
    void namesTheRowAndIsNotDeceivedByAnotherKey() throws Exception {
        Map<String, byte[]> pack = pack();
        String kept = text(pack, "key.txt").strip();
        Forger forger = new Forger("localhost/slipway");
        String head = text(pack, "checkpoint.txt");
        Map<String, byte[]> forged = new TreeMap<>(without(pack, ENVELOPES));
        forged.put("checkpoint.txt", bytes(forger.note(head.substring(0, head.indexOf("\n\n") + 1))));
        forged.put("key.txt", bytes(forger.verifier() + "\n"));
        String line = text(pack, ROWS).lines()
            .filter((row) -> row.contains("plan.submitted"))
            .findFirst()
            .orElseThrow();
        long row = new JsonLine(line).number("index") + 1;
        forged.put(ROWS, bytes(text(pack, ROWS).replace(line, line.replace("Rhea Malik", "Rhea Malek"))));
        sign(forged, forger);
        assertThat(verify(forged)).contains("row " + row + " is not what was sealed");
        assertThat(script(forged, "")).contains("row " + row + " is not what was sealed");
        forged.put(ROWS, bytes(text(pack, ROWS).replace(line,
                line.replace("\\\"action\\\":\\\"plan.submitted", "\\\"action\\\":\\\"plan.approved!"))));
        sign(forged, forger);
        assertThat(verify(forged)).startsWith("1").contains("row " + row + " is not");

        assertThat(verify(forged, "--key", kept)).startsWith("1").contains("checkpoint is not signed by this key");
        assertThat(script(forged, kept)).startsWith("1").contains("is not signed by this key");
    }

    /** Whoever kept either of the keys verifies all, statements as well. */
    @Test
    void verifiesWithEachOfTwoKeysWhileBothSign() throws Exception {
        Map<String, byte[]> pack = new TreeMap<>(pack());
        Forger first = new Forger("localhost/slipway");
        Forger second = new Forger("localhost/slipway");
        String head = text(pack, "checkpoint.txt");
        String checkpoint = head.substring(0, head.indexOf("\n\n") + 1);
        pack.put("key.txt", bytes(first.verifier() + "\n" + second.verifier() + "\n"));
        pack.put("checkpoint.txt", bytes(first.note(checkpoint)
                + second.note(checkpoint).lines().reduce((one, last) -> last).orElseThrow() + "\n"));
        pack.put(ENVELOPES, bytes(envelopes(pack, first, second)));
        signTwice(pack, first, second);
        for (Forger one : List.of(first, second)) {
            assertThat(verify(pack, "--key", one.verifier())).startsWith("0").contains("statements");
            assertThat(script(pack, one.verifier())).startsWith("0");
        }
        pack.put(ENVELOPES, bytes(envelopes(pack, first, new Forger("localhost/slipway"))));
        signTwice(pack, first, second);
        assertThat(verify(pack, "--key", first.verifier())).startsWith("0");
        assertThat(verify(pack, "--key", second.verifier())).startsWith("1")
            .contains("statement 1 is not what was signed");
    }

    private static void signTwice(Map<String, byte[]> pack, Forger first, Forger second) {
        sign(pack, first);
        pack.put("manifest-2.sig", second.sign(text(pack, "manifest.txt")));
    }

    /** The envelopes of a pack, signed by two. */
    private static String envelopes(Map<String, byte[]> pack, Forger first, Forger second) {
        return text(pack, ENVELOPES).lines().map((line) -> {
            String payload = new JsonLine(line).string("payload");
            String body = new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
            String type = "application/vnd.in-toto+json";
            String signed = "DSSEv1 " + type.length() + " " + type + " " + bytes(body).length + " " + body;
            return "{\"payloadType\":\"" + type + "\",\"payload\":\"" + payload + "\",\"signatures\":["
                    + Stream.of(first, second)
                        .map((one) -> "{\"keyid\":\"" + one.verifier() + "\",\"sig\":\""
                                + Base64.getEncoder().encodeToString(one.sign(signed)) + "\"}")
                        .collect(Collectors.joining(","))
                    + "]}\n";
        }).collect(Collectors.joining());
    }

    @Test
    void saysThreeThingsApart() throws Exception {
        Map<String, byte[]> pack = pack();
        Path kept = Files.write(this.folder.resolve("kept.txt"), pack.get("checkpoint.txt"));
        assertThat(verify(pack, "--checkpoint", kept.toString())).startsWith("0")
            .contains("signature   of the checkpoint is good", "consistent  with the checkpoint that you kept",
                    "anchored    until row");
        assertThat(verify(pack)).contains("consistent  not asked", "anchored    by nobody whom you named");
        assertThat(said("nothing.zip")).startsWith("2");
        assertThat(said()).startsWith("2").contains("--checkpoint");
    }

    @Test
    void verifiesTheWholeLogThatThePortalGives() throws Exception {
        this.driver.register("To be in the log");
        this.record.seal();
        Path file = this.folder.resolve("log.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            this.acting.as("auditor", () -> {
                String head = this.log.beginLog();
                try {
                    this.log.writeLog(head, out);
                }
                catch (IOException ex) {
                    throw new IllegalStateException(ex);
                }
            });
        }
        assertThat(said(file.toString())).startsWith("0")
            .contains("are what was sealed, in this order", "that the portal kept agree");
    }

    private Map<String, byte[]> pack() {
        String key = this.driver.register("To take away \"quoted\" — ü");
        this.driver.plan(key);
        this.record.seal();
        return this.acting.as("auditor", () -> this.packs.of(key));
    }

    private static void sign(Map<String, byte[]> pack, Forger forger) {
        String manifest = manifest(pack);
        pack.put("manifest.txt", bytes(manifest));
        pack.put("manifest.sig", forger.sign(manifest));
    }

    private static String manifest(Map<String, byte[]> pack) {
        return "# Evidence pack\n" + pack.entrySet()
            .stream()
            .filter((file) -> !file.getKey().startsWith("manifest"))
            .map((file) -> DigestUtils.sha256Hex(file.getValue()) + "  " + file.getKey() + "\n")
            .collect(Collectors.joining());
    }

    private static Map<String, byte[]> with(Map<String, byte[]> pack, String file, String content) {
        Map<String, byte[]> changed = new TreeMap<>(pack);
        changed.put(file, bytes(content));
        return changed;
    }

    private static Map<String, byte[]> without(Map<String, byte[]> pack, String file) {
        Map<String, byte[]> changed = new TreeMap<>(pack);
        changed.remove(file);
        return changed;
    }

    private Path write(Map<String, byte[]> pack) throws IOException {
        Path archive = this.folder.resolve("evidence.zip");
        try (OutputStream out = Files.newOutputStream(archive)) {
            EvidencePack.write(pack, out);
        }
        return archive;
    }

    /** The exit code, and what the verifier says. */
    private String verify(Map<String, byte[]> pack, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(write(pack).toString()));
        arguments.addAll(List.of(options));
        return said(arguments.toArray(String[]::new));
    }

    private static String said(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Verify.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        return code + "\n" + out.toString(StandardCharsets.UTF_8);
    }

    /** As the pack says, by the program that is in it. */
    private String jar(Map<String, byte[]> pack, String... options) throws Exception {
        Path jar = Files.write(this.folder.resolve("slipway-verify.jar"), pack.get("slipway-verify.jar"));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString(),
                        write(pack).toString()));
        command.addAll(List.of(options));
        return process(command.toArray(String[]::new));
    }

    private String script(Map<String, byte[]> pack, String key) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3"))
                || process("sh", "-c", "command -v python3").startsWith("0"), "python3 is not on this machine");
        Path script = Files.write(this.folder.resolve("verify.py"), pack.get("verify.py"));
        return key.isEmpty() ? process("python3", script.toString(), write(pack).toString())
                : process("python3", script.toString(), write(pack).toString(), key);
    }

    private String openssl(Map<String, byte[]> pack) throws Exception {
        assumeTrue(process("sh", "-c", "command -v openssl sha256sum").startsWith("0"),
                "openssl is not on this machine");
        Path all = Files.createTempDirectory(this.folder, "files");
        for (Map.Entry<String, byte[]> file : pack.entrySet()) {
            Path to = all.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
        }
        return process("sh", "-c", "cd " + all + " && openssl pkeyutl -verify -pubin -inkey key.pem -rawin"
                + " -in manifest.txt -sigfile manifest.sig && sha256sum -c manifest.txt");
    }

    private static String process(String... command) throws Exception {
        Process running = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return running.waitFor() + "\n" + said;
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String text(Map<String, byte[]> pack, String file) {
        return new String(pack.get(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

}
