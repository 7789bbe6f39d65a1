package io.slipway.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.openqa.selenium.chrome.ChromeDriver;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks axe what is wrong with the page that a browser shows. Axe is half a megabyte,
 * which takes longer to hand over than to run: each page gets it once, for all looks at
 * it.
 */
class Axe {

    private static final String SCRIPT = script();

    private static final String EVERYTHING = "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
            + " 'wcag22aa', 'best-practice'] }, rules: { 'label-content-name-mismatch': { enabled: true } }";

    private static final String COLOURS = "{ type: 'rule', values: ['color-contrast'] }";

    /**
     * Tells violations only: to bring all that is well over the wire takes long. Where
     * each element stands is worked out only if there is something to tell.
     */
    private static final String LOOK = """
            (async () => {
                const options = { resultTypes: ['violations'], runOnly: %s };
                const quick = await axe.run(document, { ...options, selectors: false });
                const found = quick.violations.length ? await axe.run(document, options) : quick;
                return found.violations.map((rule) => rule.id + ': ' + rule.help
                    + rule.nodes.map((node) => '\\n  ' + node.target + ' ' + node.failureSummary).join(''));
            })()""";

    private final ChromeDriver driver;

    Axe(ChromeDriver driver) {
        this.driver = driver;
    }

    private static String script() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Fails with all that axe has to say about the page, in light, and about its colours
     * in dark as well. Without motion, or colours would be judged half way between both.
     * @param page what the page is called in a failure
     */
    void expectNothingWrong(String page) {
        evaluate("typeof axe === 'object' || (" + "() => {" + SCRIPT + "\n})()");
        judge(page, "dark", COLOURS);
        judge(page, "light", EVERYTHING);
    }

    private void judge(String page, String scheme, String rules) {
        this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme),
                        Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        assertThat(evaluate(LOOK.formatted(rules))).as("Accessibility of %s, %s", page, scheme).isEqualTo(List.of());
    }

    /** Past WebDriver's own wrapping of scripts, and whatever the page's policy says. */
    private Object evaluate(String expression) {
        Map<String, Object> answer = this.driver.executeCdpCommand("Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        assertThat(answer).as("What became of axe").doesNotContainKey("exceptionDetails");
        return ((Map<?, ?>) answer.get("result")).get("value");
    }

}
