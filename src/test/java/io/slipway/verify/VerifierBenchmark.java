package io.slipway.verify;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import io.slipway.audit.chain.Forger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the verifier takes for the whole log. The figures are in
 * {@code src/docs/benchmarks.md}.
 */
class VerifierBenchmark {

    private static final Logger log = LoggerFactory.getLogger(VerifierBenchmark.class);

    private static final int ROWS = Integer.getInteger("slipway.record", 1_000_000);

    @TempDir
    Path folder;

    @Test
    void verifiesTheWholeLog() throws IOException, InterruptedException {
        Path file = this.folder.resolve("log.zip");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new LogMaker(new Forger(LogMaker.ORIGIN)).write(out, ROWS, 30_000, LogMaker::leaf);
        }
        long begin = System.nanoTime();
        int code = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-cp", "target/classes", "io.slipway.verify.Verify", file.toString())
            .inheritIO()
            .start()
            .waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertThat(code).isZero();
        log.warn("verified {} rows, {} MB, in {} s", ROWS, Files.size(file) >> 20, "%.1f".formatted(seconds));
    }

}
