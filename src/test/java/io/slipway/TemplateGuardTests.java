package io.slipway;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.slipway.ui.Icons;
import org.junit.jupiter.api.Test;

import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guards the templates: against what the content security policy would block in silence,
 * what Thymeleaf would ignore or refuse only when the page is opened, and against pages
 * that nobody can hold in the head.
 */
class TemplateGuardTests {

    private static final int LINES = 150;

    private static final String TAG = "<[a-z][a-z0-9:-]*\\s[^>]*";

    private static final Pattern TYPE = Pattern.compile("\\bT\\(([\\w.$]+)\\)");

    /** The keys and the buttons of a step. */
    private static final Pattern BUTTONS = Pattern.compile("@StepKey\\(value = (.*?),\\s+buttons = (.*?)\\)\\s+class",
            Pattern.DOTALL);

    private final List<SourceText> templates = SourceText.all(SourceText.TEMPLATES, ".html");

    @Test
    void haveNoScriptAndStyleInline() {
        assertThat(findings("<style", "put styles into static/css"))
            .allMatch((finding) -> Stream.of("notification/_mail.html", "audit/pack/_report.html")
                .anyMatch(finding::startsWith), "only what is read without the portal has styles of its own");
        assertThat(findings("<script(?![^>]*\\b(?:th:)?src=)", "put scripts into static/js")).isEmpty();
        assertThat(findings(TAG + "\\s(?:th:)?style=", "use a class instead of style")).isEmpty();
        assertThat(findings(TAG + "\\s(?:th:)?on[a-z]+=", "listen in static/js instead of on…")).isEmpty();
        assertThat(findings(TAG + "\\s(?:data-)?hx-on", "listen in static/js instead of hx-on")).isEmpty();
    }

    @Test
    void areShort() {
        assertThat(this.templates.stream()
            .filter((template) -> template.text().lines().count() > LINES)
            .map((template) -> template.path() + ": more than " + LINES + " lines")).isEmpty();
    }

    @Test
    void haveTitleAndMainOnEveryPage() {
        assertThat(this.templates.stream()
            .filter(SourceText::isPage)
            .filter((page) -> !page.text().contains("<title") || !page.text().contains("<main")
                    || !(page.text().contains("~{layout :: layout(~{::title}, ~{::main})}")
                            || page.path().equals("database/unreachable.html")))
            .map((page) -> page.path() + ": a page has <title> and <main> and is framed by the layout")).isEmpty();
    }

    @Test
    void keepConditionsOffTagsThatAreReplaced() {
        String replaced = "<[a-z][a-z0-9:-]*(?=[^>]*\\sth:replace=)(?=[^>]*\\sth:(?:if|unless|each|with)=)[^>]*";
        assertThat(findings(replaced, "th:replace ignores th:if, th:unless, th:each and th:with on its own tag"))
            .isEmpty();
    }

    @Test
    void askForMistakesOnlyWithinTheirForm() {
        String early = "<[a-z][a-z0-9:-]*(?=[^>]*\\sth:object=)[^>]*\\sth:(?:if|unless|each|with)=\"[^\"]*#fields[^>]*";
        assertThat(findings(early, "conditions come before th:object on its own tag: put th:object around it"))
            .isEmpty();
    }

    @Test
    void nameNoBeanWhereThymeleafForbidsIt() {
        String restricted = "\\sth:(?:href|src|action|utext|attr|aria-[a-z]+|data-[a-z-]+|hx-[a-z-]+)=\"[^\"]*\\$\\{[^}\"]*@[a-z]+\\.";
        String argument = "~\\{[^\"]*::[^\"]*\\$\\{[^}\"]*@[a-z]+\\.";
        assertThat(findings(restricted, "bind the bean's answer with th:with first")).isEmpty();
        assertThat(findings(argument, "bind the bean's answer with th:with first")).isEmpty();
    }

    @Test
    void nameTypesThatExist() {
        assertThat(this.templates.stream()
            .flatMap((template) -> TYPE.matcher(template.text())
                .results()
                .filter((match) -> !ClassUtils.isPresent(match.group(1), null))
                .map((match) -> template.path() + ": there is no " + match.group(1))))
            .isEmpty();
    }

    @Test
    void nameFragmentsThatExist() {
        assertThat(this.templates.stream()
            .flatMap((template) -> template.findings("~\\{([a-z][a-zA-Z0-9/_-]*) *:: *([a-zA-Z]+)[^a-zA-Z]",
                    (find) -> find.group(1) + " " + find.group(2)))
            .filter((use) -> !declared(use.substring(use.indexOf(": ") + 2)))
            .map((use) -> use + ": no such fragment")).isEmpty();
    }

    @Test
    void nameIconsThatExist() {
        Icons icons = new Icons();
        List<String> uses = List.of("icon\\('([^']+)'\\)", "status\\('[^']*', *'([^']+)'", "empty\\('([^']+)'",
                "evidence\\('([^']+)'", ":: error\\('([^']+)'");
        List<String> names = this.templates.stream()
            .flatMap((template) -> uses.stream().flatMap(template::finds))
            .distinct()
            .toList();
        assertThat(names).isNotEmpty().allSatisfy((name) -> assertThat(icons.svg(name)).startsWith("<svg"));
    }

    @Test
    void showButtonsThatTheirStepHas() {
        List<String> unknown = new ArrayList<>();
        int shown = 0;
        for (SourceText step : SourceText.all(SourceText.JAVA, "Step.java")) {
            Matcher said = BUTTONS.matcher(step.text());
            if (!said.find()) {
                continue;
            }
            List<String> buttons = quoted(said.group(2));
            List<String> paths = quoted(said.group(1)).stream().map((key) -> key.replace("/", "/_") + ".html").toList();
            for (SourceText template : this.templates) {
                if (paths.contains(template.path())) {
                    List<String> outcomes = Stream
                        .concat(template.finds("outcome\\('([^']+)'"),
                                template.finds("name=\"outcome\" value=\"([^\"]+)\""))
                        .toList();
                    shown += outcomes.size();
                    outcomes.stream()
                        .filter((outcome) -> buttons.stream().noneMatch(outcome::matches))
                        .forEach((outcome) -> unknown.add(template.path() + ": its step has no button " + outcome));
                }
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(shown).isGreaterThan(30);
    }

    private static List<String> quoted(String list) {
        return Pattern.compile("\"([^\"]+)\"").matcher(list).results().map((text) -> text.group(1)).toList();
    }

    private boolean declared(String use) {
        String[] parts = use.split(" ");
        return this.templates.stream()
            .filter((template) -> template.path().equals(parts[0] + ".html"))
            .flatMap((template) -> template.finds("th:fragment=\"([a-zA-Z]+)"))
            .anyMatch(parts[1]::equals);
    }

    private Stream<String> findings(String pattern, String advice) {
        return this.templates.stream()
            .flatMap((template) -> template.findings(pattern, (find) -> shortened(find) + ": " + advice));
    }

    private static String shortened(MatchResult find) {
        String words = find.group().replaceAll("\\s+", " ").strip();
        return (words.length() > 120) ? words.substring(0, 120) + "…" : words;
    }

}
