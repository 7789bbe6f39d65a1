package io.slipway.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of what the drills found.
 */
final class Drilled {

    private static final String HEAD = """
            | drill | tried | acknowledged | lost | twice | 5xx | 503 with Retry-After | broken connections | seconds |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
            """;

    private final List<String> rows = new ArrayList<>();

    /**
     * Adds what a drill found.
     * @param seconds what was timed, in words with its figure
     */
    void add(String drill, Load load, long lost, long twice, String seconds) {
        this.rows.add("| %s | %d | %d | %d | %d | %d | %d | %d | %s |".formatted(drill, load.tried(),
                load.acknowledged().size(), lost, twice, load.faults().size(), load.outages(), load.broken(), seconds));
    }

    void write(Path file) {
        try {
            Files.writeString(file, HEAD + String.join("\n", this.rows) + "\n");
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
