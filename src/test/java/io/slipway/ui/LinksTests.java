package io.slipway.ui;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Paging and filters keep each other in the address.
 */
class LinksTests {

    private final Links links = new Links();

    @AfterEach
    void forgetRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void keepsTheFiltersWhenItTurnsThePage() {
        open("GET", "phase=TEST&text=caf%C3%A9%20%26%20bar");
        assertThat(this.links.with("from", "a+b/c=1&d"))
            .isEqualTo("/releases?phase=TEST&text=caf%C3%A9%20%26%20bar&from=a%2Bb%2Fc%3D1%26d");
    }

    @Test
    void replacesAndRemovesAParameter() {
        open("GET", "from=1&phase=TEST");
        assertThat(this.links.with("from", "2")).isEqualTo("/releases?phase=TEST&from=2");
        assertThat(this.links.without("from")).isEqualTo("/releases?phase=TEST");
        assertThat(this.links.has("from")).isTrue();
        assertThat(this.links.has("text")).isFalse();
    }

    @Test
    void leadsBackToThePageThatIsShown() {
        open("GET", "phase=TEST");
        assertThat(this.links.here()).isEqualTo("/releases?phase=TEST");
        open("GET", null);
        assertThat(this.links.here()).isEqualTo("/releases");
        open("POST", null);
        assertThat(this.links.here()).isEqualTo("/");
    }

    private static void open(String method, String query) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/releases");
        request.setQueryString(query);
        if (query != null && query.startsWith("from")) {
            request.setParameter("from", "1");
        }
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

}
