package io.slipway.validation.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.slipway.test.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Large reports are read in a small heap: in a virtual machine of their own, which would
 * end with an error if they did not fit.
 */
class LargeReportTests {

    private static final long JUNIT = 200L * 1024 * 1024;

    private static final int RESULTS = 50_000;

    @Test
    void readsThemInASmallHeap(@TempDir Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                LargeReportTests.class.getName(), said.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
        assertThat(process.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("output"))).isZero();
        assertThat(Files.readString(said)).contains("major=7", "critical=500", "medium=49500");
    }

    /** Reads both in the other virtual machine, and writes down what they came to. */
    public static void main(String[] arguments) throws IOException {
        ReportReader reader = new ReportReader();
        long start = System.nanoTime();
        StringBuilder said = new StringBuilder();
        try (InputStream in = GeneratedReport.junit(JUNIT)) {
            said.append(reader.read(ReportFormat.JUNIT, in).tests());
        }
        said.append("\nJUnit, 200 MiB: ").append((System.nanoTime() - start) / 1_000_000).append(" ms\n");
        start = System.nanoTime();
        try (InputStream in = GeneratedReport.sarif(RESULTS)) {
            said.append(reader.read(ReportFormat.SARIF, in).scan());
        }
        said.append("\nSARIF, 50,000 results: ").append((System.nanoTime() - start) / 1_000_000).append(" ms\n");
        Files.writeString(Path.of(arguments[0]), said);
    }

}
