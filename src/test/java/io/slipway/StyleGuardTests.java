package io.slipway;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guards the style sheets, which are our own: each class that a page uses has a style,
 * each style has a page that uses it, and each file is part of the one sheet that
 * browsers get.
 */
class StyleGuardTests {

    private static final Path STATIC = Path.of("src/main/resources/static");

    /** Classes by which scripts and tests find something. */
    private static final Set<String> HOOKS = Set.of("dg-lines", "dg-node", "dg-sequence");

    private static final Pattern VALUE = Pattern.compile("\\S*\\$\\{[^}]*}\\S*");

    private final List<SourceText> sheets = SourceText.all(STATIC, ".css");

    private final List<SourceText> scripts = SourceText.all(STATIC, ".js");

    private final List<SourceText> templates = SourceText.all(SourceText.TEMPLATES, ".html")
        .stream()
        .filter((template) -> !template.path().startsWith("notification/_mail")
                && !template.path().startsWith("audit/pack/_report"))
        .toList();

    private final Set<String> styled = this.sheets.stream()
        .map((sheet) -> new SourceText(sheet.path(), sheet.text().replaceAll("(?s)/\\*.*?\\*/|url\\([^)]*\\)", "")))
        .flatMap((sheet) -> sheet.finds("\\.(-?[A-Za-z_][\\w-]*)"))
        .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void haveEveryClassThatAPageUses() {
        assertThat(Stream.concat(classesInTemplates(), this.scripts.stream().flatMap(StyleGuardTests::classesInScript))
            .filter((use) -> {
                String name = use.substring(use.lastIndexOf(' ') + 1);
                return !this.styled.contains(name) && !HOOKS.contains(name);
            })).as("Write its style, or leave the class away").isEmpty();
    }

    @Test
    void haveNoClassThatNoPageUses() {
        List<SourceText> users = Stream.of(this.templates, this.scripts, SourceText.all(SourceText.JAVA, ".java"))
            .flatMap(List::stream)
            .toList();
        Set<String> used = users.stream()
            .flatMap((user) -> user.finds("([A-Za-z][\\w-]*)"))
            .collect(Collectors.toSet());
        Set<String> begun = users.stream()
            .flatMap((user) -> user.finds("([a-z][a-z-]*-)(?:\\$\\{|\")"))
            .collect(Collectors.toSet());
        assertThat(this.styled.stream()
            .filter((name) -> !used.contains(name) && begun.stream().noneMatch(name::startsWith)))
            .as("Delete what styles nothing")
            .isEmpty();
    }

    @Test
    void areAllPartOfTheOneThatBrowsersGet() {
        String parts = SourceText.all(SourceText.JAVA, "StyleSheet.java")
            .get(0)
            .finds("PARTS = List\\.of\\(([^;]*)\\);")
            .findFirst()
            .orElseThrow();
        assertThat(
                Pattern.compile("\"([a-z]+)\"").matcher(parts).results().map((find) -> "css/" + find.group(1) + ".css"))
            .containsExactlyInAnyOrderElementsOf(this.sheets.stream().map(SourceText::path).toList());
    }

    private Stream<String> classesInTemplates() {
        return this.templates.stream()
            .flatMap(
                    (template) -> Stream
                        .concat(template.finds("\\sclass=\"([^\"]*)\""),
                                template.finds("\\sth:class(?:append)?=\"([^\"]*)\"")
                                    .flatMap(StyleGuardTests::literals))
                        .flatMap((classes) -> Stream.of(classes.strip().split("\\s+")))
                        .filter((name) -> name.matches("[A-Za-z][\\w-]*[\\w]"))
                        .map((name) -> template.path() + ": " + name)
                        .distinct());
    }

    private static Stream<String> classesInScript(SourceText script) {
        return script.findings("classList\\.[a-z]+\\('([\\w-]+)'", (find) -> find.group(1));
    }

    /** What an expression may become, as far as it is written out. */
    private static Stream<String> literals(String expression) {
        if (expression.startsWith("|")) {
            return Stream.of(VALUE.matcher(expression.replace("|", "")).replaceAll(""));
        }
        return Pattern.compile("(?<![(]|[=!]=|[=!]= )'([^']*)'(?! *[=!]=)")
            .matcher(expression)
            .results()
            .map((find) -> find.group(1));
    }

}
