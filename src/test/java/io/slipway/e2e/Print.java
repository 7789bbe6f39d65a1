package io.slipway.e2e;

import java.util.List;
import java.util.Map;

import org.openqa.selenium.chrome.ChromeDriver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Judges what a page is on paper: all of what it says, and nothing that only a screen can
 * use.
 */
class Print {

    /** What A4 leaves between its margins, in the pixels of a style sheet. */
    private static final int PAPER = 703;

    /**
     * Names navigation and fields that would be printed, what is folded, what something
     * around it cuts, and what is wider than the paper.
     */
    private static final String LOOK = """
            (() => {
                const shown = (one) => one.checkVisibility({ visibilityProperty: true });
                const name = (one) => one.tagName + '.' + one.getAttribute('class') + ' ' + one.textContent.trim().slice(0, 40);
                const useless = [...document.querySelectorAll('nav:not(.breadcrumbs) a, button, input, textarea, .btn')].filter(shown);
                const folded = [...document.querySelectorAll('main details > :not(summary)')].filter((one) => !shown(one));
                const inPrint = [...document.querySelectorAll('main *')].filter((one) => shown(one) && !one.closest('svg')
                    && !one.closest('.visually-hidden'));
                const cut = inPrint.filter((one) => getComputedStyle(one).overflowX !== 'visible'
                    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1));
                const wide = inPrint.filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
                const foot = document.querySelector('.print-foot');
                return [...useless.map((one) => 'of no use: ' + name(one)), ...folded.map((one) => 'folded: ' + name(one)),
                    ...cut.map((one) => 'cut: ' + name(one)), ...wide.map((one) => 'too wide: ' + name(one)),
                    ...(foot && shown(foot) ? [] : ['no foot that says who, when and where'])];
            })()""";

    private final ChromeDriver driver;

    Print(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Fails with what is wrong with it on paper.
     * @param page what the page is called in a failure
     */
    void expectAllOfIt(String page) {
        this.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", PAPER, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
        Map<String, Object> answer = this.driver.executeCdpCommand("Runtime.evaluate",
                Map.of("expression", LOOK, "returnByValue", true));
        assertThat(((Map<?, ?>) answer.get("result")).get("value")).as("%s on paper", page).isEqualTo(List.of());
        this.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        this.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

}
