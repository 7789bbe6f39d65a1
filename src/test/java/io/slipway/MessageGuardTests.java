package io.slipway;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guards the words on the pages: every key that is asked for exists, every key that
 * exists is asked for, and no apostrophe is swallowed.
 */
class MessageGuardTests {

    private final List<SourceText> files = SourceText.all(SourceText.MESSAGES, ".properties");

    private final Map<String, String> messages = messages();

    private final List<SourceText> templates = SourceText.all(SourceText.TEMPLATES, ".html");

    private final List<SourceText> classes = SourceText.all(SourceText.JAVA, ".java");

    @Test
    void existForEveryKeyInTemplates() {
        assertThat(this.templates.stream()
            .flatMap((template) -> template.finds("#\\{([a-z][a-zA-Z0-9._-]*)[}(]")
                .filter((key) -> !this.messages.containsKey(key))
                .map((key) -> template.path() + ": " + key)))
            .isEmpty();
    }

    @Test
    void existForEveryKeyInRefusals() {
        assertThat(this.classes.stream()
            .flatMap((file) -> file.finds(
                    "(?:new InvalidInputException|refuse(?:If)?)\\([^;\"]*\"[a-zA-Z]*\", *\"([a-z][a-z0-9-]*\\.[a-z0-9._-]*[a-z0-9])\"")
                .filter((key) -> !this.messages.containsKey(key))
                .map((key) -> file.path() + ": " + key)))
            .isEmpty();
    }

    @Test
    void existForEveryPrefixOfComputedKeys() {
        assertThat(prefixesInTemplates()).isNotEmpty();
        assertThat(prefixesInTemplates().stream()
            .filter((prefix) -> this.messages.keySet().stream().noneMatch((key) -> key.startsWith(prefix)))).isEmpty();
    }

    @Test
    void areAllAskedFor() {
        Set<String> prefixes = new TreeSet<>(prefixesInTemplates());
        prefixes.addAll(prefixesInClasses());
        Set<String> asked = Stream
            .concat(this.templates.stream().flatMap((file) -> file.finds("([a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9_-]+)+)")),
                    this.classes.stream().flatMap((file) -> file.finds("([a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9_-]+)+)")))
            .collect(Collectors.toSet());
        assertThat(this.messages.keySet()
            .stream()
            .filter((key) -> !asked.contains(key))
            .filter((key) -> prefixes.stream().noneMatch(key::startsWith))).isEmpty();
    }

    @Test
    void belongToTheFeatureOfTheirFile() {
        assertThat(this.files.stream()
            .flatMap((file) -> keys(file).map((entry) -> entry[0])
                .filter((key) -> !key.startsWith(file.path().replace(".properties", ".").replace('/', '.')))
                .filter((key) -> !key.startsWith("typeMismatch"))
                .map((key) -> file.path() + ": " + key)))
            .isEmpty();
    }

    @Test
    void doubleTheApostropheWhereArgumentsAreFilledIn() {
        assertThat(this.messages.entrySet()
            .stream()
            .filter((message) -> message.getValue().matches(".*\\{\\d.*"))
            .filter((message) -> message.getValue().replace("''", "").contains("'"))
            .map((message) -> message.getKey() + " = " + message.getValue())).isEmpty();
    }

    private Set<String> prefixesInTemplates() {
        List<String> forms = List.of("'([a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9-]+)*\\.)' *\\+",
                "\\|([a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9-]+)*\\.)\\$\\{");
        Stream<String> whole = this.templates.stream().flatMap((file) -> forms.stream().flatMap(file::finds));
        Stream<String> bare = this.templates.stream()
            .flatMap((file) -> Stream.concat(file.finds("keys='([a-z][a-zA-Z0-9.-]*)'"),
                    file.finds("fragments/phases :: [^\"]*, '([a-z][a-zA-Z0-9.-]*)'\\)")))
            .map((prefix) -> prefix + ".");
        return Stream.concat(whole, bare).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> prefixesInClasses() {
        return this.classes.stream()
            .flatMap((file) -> file.finds("\"([a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9-]+)*\\.)\""))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, String> messages() {
        return this.files.stream()
            .flatMap(MessageGuardTests::keys)
            .collect(Collectors.toMap((entry) -> entry[0], (entry) -> entry[1], (one, two) -> {
                throw new AssertionError("A key has two messages: " + one + " / " + two);
            }, TreeMap::new));
    }

    private static Stream<String[]> keys(SourceText file) {
        return file.text()
            .replace("\\\n", "")
            .lines()
            .filter((line) -> !line.isBlank() && !line.startsWith("#"))
            .map((line) -> line.split(" *= *", 2));
    }

}
