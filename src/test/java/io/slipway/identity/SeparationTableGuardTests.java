package io.slipway.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of separation rules that people read says what the code judges by.
 */
class SeparationTableGuardTests {

    private static final Path PAGE = Path.of("src/docs/architecture.md");

    private static final String HEAD = "| rule | keeps in different hands |";

    @Test
    void saysWhatIsJudged() throws IOException {
        List<String> rules = Stream
            .concat(Arrays.stream(DutyPolicy.values())
                .map((policy) -> row(policy.id(), "`" + policy.first().id() + "`, `" + policy.second().id() + "`")),
                    Stream.of(row(DutyPolicy.COUNTS_ONCE, "the voices of one decision of several people")))
            .toList();
        List<String> page = Files.readAllLines(PAGE);
        assertThat(page).contains(HEAD);
        List<String> table = page.subList(page.indexOf(HEAD) + 2, page.size())
            .stream()
            .takeWhile((line) -> line.startsWith("|"))
            .toList();
        assertThat(table).as("%s: write the rules as %n%s%n", PAGE, String.join("\n", rules)).isEqualTo(rules);
    }

    private static String row(String rule, String duties) {
        return "| `" + rule + "` | " + duties + " |";
    }

}
