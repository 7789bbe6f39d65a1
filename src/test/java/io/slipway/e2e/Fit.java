package io.slipway.e2e;

import java.util.List;
import java.util.Map;

import org.openqa.selenium.chrome.ChromeDriver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Judges that the page a browser shows is no wider than a window, on a phone and on a
 * desk: nobody has to scroll sideways to read it.
 */
class Fit {

    private static final List<Integer> WIDTHS = List.of(390, 1440);

    /**
     * Names what sticks out and is not cut or scrolled by something around it; at least
     * how wide the page is.
     */
    private static final String LOOK = """
            (() => {
                const width = document.scrollingElement.scrollWidth;
                if (width <= innerWidth) {
                    return [];
                }
                const free = (element) => !element || element === document.body
                    || getComputedStyle(element).overflowX === 'visible' && free(element.parentElement);
                const out = [...document.querySelectorAll('body *')]
                    .filter((one) => one.getBoundingClientRect().right > innerWidth && free(one.parentElement));
                return [width + ' px', ...out.map((one) => one.tagName + '.' + one.getAttribute('class'))];
            })()""";

    private final ChromeDriver driver;

    Fit(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Fails with what makes the page too wide.
     * @param page what the page is called in a failure
     */
    void expectNothingSticksOut(String page) {
        for (int width : WIDTHS) {
            this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
            Map<String, Object> answer = this.driver.executeCdpCommand("Runtime.evaluate",
                    Map.of("expression", LOOK, "returnByValue", true));
            assertThat(((Map<?, ?>) answer.get("result")).get("value")).as("What sticks out of %s at %d", page, width)
                .isEqualTo(List.of());
        }
        this.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

}
