package io.slipway.ui;

import io.slipway.input.NotFoundException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Whatever goes wrong, the answer says what happened and what to do next, and nothing of
 * the inside.
 */
@SpringBootTest(classes = PageSlice.class)
@ActiveProfiles("test")
class ErrorPagesTests {

    private MockMvc mvc;

    @BeforeEach
    void openPortal(@Autowired WebApplicationContext context) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
        SecurityContextHolder.getContext()
            .setAuthentication(new TestingAuthenticationToken("rosa", "", "release-manager"));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({ "missing, 404, There is no release PAY-<b>1", "refused, 403, You may not do this",
            "role, 403, You may not do this", "stale, 409, Somebody changed this while you were writing",
            "raced, 409, Somebody else was faster", "broken, 500, Something went wrong" })
    void saysWhatHappened(String how, int status, String title) throws Exception {
        MockHttpServletResponse answer = answer(get("/failing/" + how));
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(page.title()).isEqualTo(title);
        assertThat(page.select("main h1").eachText()).containsExactly(title);
        assertThat(page.select("main a.btn")).isNotEmpty();
        assertThat(answer.getContentAsString()).doesNotContain("secret", "Exception", "PAY-<b>");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void givesAReferenceInsteadOfAStackTrace() throws Exception {
        assertThat(page(get("/failing/broken")).selectFirst("dl.facts dd").text()).matches("[0-9A-F]{8}");
    }

    @Test
    void saysWhyItRefuses() throws Exception {
        assertThat(page(get("/failing/refused")).selectFirst("main .lead").text())
            .isEqualTo("Who submits a plan does not approve it.");
        assertThat(page(get("/failing/role")).selectFirst("main .lead").text()).contains("Your roles");
        assertThat(page(get("/failing/role")).selectFirst("main .panel").text()).contains("rosa", "Release manager");
    }

    @Test
    void leavesTheRefusalOfAnUnknownVisitorToTheSignIn() {
        SecurityContextHolder.clearContext();
        assertThatExceptionOfType(ServletException.class).isThrownBy(() -> answer(get("/failing/role")))
            .withCauseInstanceOf(AccessDeniedException.class);
    }

    @Test
    void showsBothVersionsOfAStaleForm() throws Exception {
        Document page = page(get("/failing/stale"));
        assertThat(page.select(".compare-value").eachText()).containsExactly("theirs", "mine");
        assertThat(page.select(".differs")).hasSize(1);
        assertThat(page.select("main a.btn").eachAttr("href")).containsExactly("/releases/PAY-1/edit");
    }

    @Test
    void answersToolsWithAProblem() throws Exception {
        MockHttpServletResponse answer = answer(get("/failing/missing").accept(MediaType.APPLICATION_JSON));
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString()).contains("\"status\":404", "There is no release PAY-<b>1",
                "\"instance\":\"/failing/missing\"");
        assertThat(answer(get("/failing/broken").accept("application/problem+json")).getContentAsString())
            .contains("\"reference\":\"")
            .doesNotContain("secret");
        assertThat(
                answer(get("/failing/missing").accept("text/html,application/json;q=0.9,*/*;q=0.8")).getContentType())
            .startsWith("text/html");
    }

    @Test
    void refusesTheWrongMethodWithItsAlternatives() throws Exception {
        MockHttpServletResponse answer = answer(post("/failing/missing"));
        assertThat(answer.getStatus()).isEqualTo(405);
        assertThat(answer.getHeader("Allow")).isEqualTo("GET");
        assertThat(answer.getContentAsString()).contains("This cannot be done here");
    }

    @ParameterizedTest
    @ValueSource(ints = { 400, 403, 404, 405, 409, 413, 415, 418, 500, 502, 503 })
    void answersWhatFiltersRefuse(int status) throws Exception {
        MockHttpServletResponse answer = answer(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
            .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/somewhere"));
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(Jsoup.parse(answer.getContentAsString()).selectFirst("main h1").text()).isNotBlank();
    }

    @Test
    void answersWhatBreaksOutsideControllers() throws Exception {
        MockHttpServletResponse answer = answer(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
            .requestAttr(RequestDispatcher.ERROR_EXCEPTION,
                    new ServletException(new NotFoundException("task", "4711"))));
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer(get("/error")).getStatus()).isEqualTo(404);
    }

    @Test
    void worksForAVisitorWhoIsNotSignedIn() throws Exception {
        SecurityContextHolder.clearContext();
        Document page = page(get("/failing/missing").cookie(new Cookie("slipway-theme", "dark")));
        assertThat(page.select("nav.menu, .person, form.search")).isEmpty();
        assertThat(page.selectFirst("html").attr("data-theme")).isEqualTo("dark");
        assertThat(page.select("form[action=/theme] button").eachAttr("value")).containsExactly("auto", "light",
                "dark");
    }

    @Test
    void marksTheSectionInTheMenu() throws Exception {
        assertThat(page(get("/failing/missing")).select(".menu [aria-current=page]").eachText())
            .containsExactly("Releases");
        assertThat(page(get("/failing/missing")).select(".menu a").eachText()).containsExactly("Home", "Tasks",
                "Releases", "Calendar", "Changes", "Configuration", "Deployments", "Knowledge", "Monitor",
                "Administration");
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(answer(request).getContentAsString());
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return this.mvc.perform(request).andReturn().getResponse();
    }

}
