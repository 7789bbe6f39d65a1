package io.slipway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guards that what the policy says is obeyed: each output of each decision table is read,
 * and has a test that shows what it changes.
 */
class PolicyOutputsGuardTests {

    private static final Path MODELS = Path.of("processes");

    private static final Pattern READ = Pattern.compile("row\\.(?:text|flag|number)\\(\"(\\w+)\"\\)");

    private static final Pattern NAME = Pattern.compile("\"(\\w+\\.\\w+)\"");

    @Test
    void readsEveryOutput() throws IOException {
        Set<String> read = READ.matcher(Files.readString(SourceText.JAVA.resolve("io/slipway/policy/Tables.java")))
            .results()
            .map((found) -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
        Set<String> names = outputs().stream()
            .map((output) -> output.substring(output.indexOf('.') + 1))
            .collect(Collectors.toCollection(TreeSet::new));
        assertThat(read).as("Read each output in Tables, or take it out of its table").isEqualTo(names);
    }

    @Test
    void hasATestThatShowsWhatEachOutputChanges() {
        Set<String> shown = SourceText.all(Path.of("src/test/java"), ".java")
            .stream()
            .flatMap((file) -> file.finds("@Test\\s+@Shows\\(([^)]*)\\)"))
            .flatMap((names) -> NAME.matcher(names).results())
            .map((found) -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).as("Mark by @Shows the test that shows what an output changes").isEqualTo(outputs());
    }

    private static Set<String> outputs() {
        try (Stream<Path> files = Files.walk(MODELS)) {
            Set<String> outputs = files.filter((file) -> file.toString().endsWith(".dmn"))
                .map((file) -> Dmn.readModelFromFile(file.toFile()))
                .flatMap((model) -> model.getModelElementsByType(Decision.class)
                    .stream()
                    .flatMap((decision) -> model.getModelElementsByType(Output.class)
                        .stream()
                        .map((output) -> decision.getId() + "." + output.getName())))
                .collect(Collectors.toCollection(TreeSet::new));
            assertThat(outputs).hasSizeGreaterThan(10);
            return outputs;
        }
        catch (IOException ex) {
            throw new AssertionError(ex);
        }
    }

}
