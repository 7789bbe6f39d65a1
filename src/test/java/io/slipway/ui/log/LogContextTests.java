package io.slipway.ui.log;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The log tells who and which release, and never goes on telling it.
 */
class LogContextTests {

    private final List<String> seen = new ArrayList<>();

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Pages())
        .addFilters(new LogContextConfiguration.PersonInLog())
        .addInterceptors(new LogContextConfiguration.ReleaseInLog())
        .build();

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(MDC.get(LogContextConfiguration.USER)).isNull();
        assertThat(MDC.get(LogContextConfiguration.RELEASE)).isNull();
    }

    @Test
    void tellsThePersonAndTheReleaseOfThePage() throws Exception {
        this.mvc.perform(MockMvcRequestBuilders.get("/releases/PAY-2026.11").with((request) -> {
            request.setRemoteUser("ada");
            return request;
        }));
        assertThat(this.seen).containsExactly("ada", "PAY-2026.11");
    }

    /** Notes what a log line of a page would tell. */
    @Controller
    final class Pages {

        @GetMapping("/releases/{key}")
        @ResponseBody
        String page(@PathVariable String key) {
            LogContextTests.this.seen
                .addAll(List.of(MDC.get(LogContextConfiguration.USER), MDC.get(LogContextConfiguration.RELEASE)));
            return key;
        }

    }

}
