package io.slipway.ui.style;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The theme is kept in a cookie, and the way back never leads out of the portal.
 */
class ThemeControllerTests {

    private final ThemeController controller = new ThemeController();

    @Test
    void keepsTheChoiceAndLeadsBack() {
        ResponseEntity<Void> answer = choose("dark", "/releases?phase=TEST&from=a%2Bb");
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.LOCATION)).isEqualTo("/releases?phase=TEST&from=a%2Bb");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.SET_COOKIE)).startsWith("slipway-theme=dark;")
            .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void takesAnUnknownThemeForAuto() {
        assertThat(choose("<script>", "/").getHeaders().getFirst(HttpHeaders.SET_COOKIE))
            .startsWith("slipway-theme=auto;");
    }

    @ParameterizedTest
    @ValueSource(strings = { "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "",
            "/%0d%0a x", "/a\r\nX: y" })
    void neverLeadsOutOfThePortal(String from) {
        assertThat(choose("light", from).getHeaders().getFirst(HttpHeaders.LOCATION)).isEqualTo("/");
    }

    @Test
    void keepsTheMenuFolded() {
        ResponseEntity<Void> answer = this.controller.fold("true", "/tasks", new MockHttpServletRequest());
        assertThat(answer.getHeaders().getFirst(HttpHeaders.LOCATION)).isEqualTo("/tasks");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.SET_COOKIE)).startsWith("slipway-menu=folded;");
        assertThat(this.controller.fold("?", "//evil.example", new MockHttpServletRequest()).getHeaders())
            .containsEntry(HttpHeaders.LOCATION, List.of("/"))
            .hasEntrySatisfying(HttpHeaders.SET_COOKIE,
                    (cookies) -> assertThat(cookies.get(0)).startsWith("slipway-menu=open;"));
    }

    private ResponseEntity<Void> choose(String theme, String from) {
        return this.controller.choose(theme, from, new MockHttpServletRequest());
    }

}
