package io.slipway.knowledge.text;

import java.util.List;

import io.slipway.knowledge.text.LineChange.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What articles say: steps are read and get names that stay, nothing hostile gets onto a
 * page, and two versions are told apart line by line.
 */
class ArticleTextTests {

    private final Markdown markdown = new Markdown();

    @Test
    void stepsHaveTheirParts() {
        List<RunbookStep> steps = RunbookSteps.of("""
                Before it, prose.

                # Steps

                ## Stop the writers {#stop}

                - Do: `systemctl stop writer`
                - Expect: inactive (dead)
                - If not: call the vendor
                - Time: 5m
                - Danger: loses what is not flushed

                ## A section

                Words only.

                ## Look
                * do: look
                * Optional: yes
                """);
        assertThat(steps).extracting(RunbookStep::key).containsExactly("stop", "look");
        RunbookStep stop = steps.get(0);
        assertThat(stop.action()).isEqualTo("`systemctl stop writer`");
        assertThat(stop.expected()).isEqualTo("inactive (dead)");
        assertThat(stop.otherwise()).isEqualTo("call the vendor");
        assertThat(stop.danger()).startsWith("loses");
        assertThat(stop.minutes()).isEqualTo(5);
        assertThat(stop.optional()).isFalse();
        assertThat(steps.get(1).optional()).isTrue();
    }

    @Test
    void namesOfStepsStayAndAreOnes() {
        String named = RunbookSteps.named("## Look\n\n- Do: a\n\n## Look\n\n- Do: b\n\n## Über\n\n- Do: c");
        assertThat(named).contains("## Look {#look}", "## Look {#look-2}", "## Über {#ber}");
        assertThat(RunbookSteps.named(named)).isEqualTo(named);
        String retitled = named.replace("## Look {#look}", "## Look twice {#look}");
        assertThat(RunbookSteps.of(retitled)).extracting(RunbookStep::key).containsExactly("look", "look-2", "ber");
        assertThat(RunbookSteps.named("## A {#x}\n## B {#x}")).contains("## A {#x}", "## B {#b}");
    }

    @Test
    void codeHasNoSteps() {
        String text = "```\n## Not a step\n- Do: nothing\n```\n\n## One\n- Do: it";
        assertThat(RunbookSteps.of(text)).extracting(RunbookStep::title).containsExactly("One");
        assertThat(RunbookSteps.named(text)).contains("```\n## Not a step\n");
    }

    @Test
    void isRenderedBelowThePagesOwnHeading() {
        String html = this.markdown
            .html("# Steps\n\n## Look {#look}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[x](https://example.com)");
        assertThat(html).contains("<h2>Steps</h2>", "<h3>Look</h3>", "<table class=\"prose-table\">",
                "<a rel=\"noopener noreferrer nofollow\" href=\"https://example.com\">x</a>");
    }

    @Test
    void skipsNoLevelOfHeadings() {
        assertThat(this.markdown.html("## Look\n\n#### Closer\n\n# Anew")).contains("<h2>Look</h2>", "<h3>Closer</h3>",
                "<h2>Anew</h2>");
    }

    @ParameterizedTest
    @ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)", "![x](https://evil.example/p.png)",
            "![x](javascript:alert(1))", "<a href=\"javascript:alert(1)\">x</a>",
            "<div style=\"position:fixed\">x</div>", "[x]: javascript:alert(1)\n\n[x]", "<javascript:alert(1)>",
            "`<b>`", "&lt;script&gt;alert(1)&lt;/script&gt;" })
    void nothingHostileGetsOntoThePage(String text) {
        org.jsoup.nodes.Document page = org.jsoup.Jsoup.parse(this.markdown.html(text));
        assertThat(page.select("script, img, iframe, style, object, form, div")).isEmpty();
        assertThat(page.select("[onerror], [style], [onclick]")).isEmpty();
        assertThat(page.select("a[href]").eachAttr("href"))
            .allMatch((href) -> href.isEmpty() || href.startsWith("https://"));
    }

    @Test
    void deepNestingIsBoundedAndQuick() {
        assertThat(this.markdown.html(">".repeat(50_000) + "x")).isNotEmpty();
        assertThat(this.markdown.html("[".repeat(50_000))).isNotEmpty();
    }

    @Test
    void versionsDifferByLines() {
        assertThat(TextDifference.of("a\nb", "a\nb")).isEmpty();
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9";
        String after = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n10";
        assertThat(TextDifference.of(before, after)).containsExactly(new LineChange(Kind.LEFT_OUT, "2"),
                new LineChange(Kind.SAME, "3"), new LineChange(Kind.SAME, "4"), new LineChange(Kind.REMOVED, "5"),
                new LineChange(Kind.ADDED, "five"), new LineChange(Kind.SAME, "6"), new LineChange(Kind.SAME, "7"),
                new LineChange(Kind.SAME, "8"), new LineChange(Kind.SAME, "9"), new LineChange(Kind.ADDED, "10"));
    }

}
