package io.slipway.ui;

import java.io.IOException;
import java.net.http.HttpResponse;

import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The frame of the pages over HTTP: theme, errors of filters and servlets, and files that
 * browsers keep.
 */
@SlipwayTest
class PortalPagesTests {

    @LocalServerPort
    int port;

    @Test
    void remembersTheThemeOfWhoIsNotSignedIn() {
        Visitor visitor = new Visitor(this.port);
        assertThat(visitor.page("/sign-in").selectFirst("html").attr("data-theme")).isEqualTo("auto");
        HttpResponse<String> answer = visitor.post("/theme", "choice", "dark", "from", "/sign-in");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in");
        assertThat(visitor.page("/sign-in").selectFirst("html").attr("data-bs-theme")).isEqualTo("dark");
    }

    @Test
    void saysThatThereIsNoSuchPage() {
        Visitor visitor = new Visitor(this.port).signIn("auditor");
        HttpResponse<String> answer = visitor.get("/no-such-page");
        assertThat(answer.statusCode()).isEqualTo(404);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("main h1").eachText()).containsExactly("There is no such page");
        assertThat(page.select(".person")).hasSize(1);
        assertThat(visitor.get("/no-such-page", "Accept", "application/json").body()).contains("\"status\":404");
    }

    @Test
    void explainsARefusalOfAFilter() {
        Visitor visitor = new Visitor(this.port).signIn("auditor");
        HttpResponse<String> refused = visitor.get("/administration/people");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(refused.body()).select("main").text()).contains("You may not do this", "Auditor");
        assertThat(visitor.postAsIs("/theme", "choice", "dark").statusCode()).isEqualTo(403);
    }

    @Test
    void givesAwayEveryFileThatPagesAreMadeOf() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:/static/*/*.*");
        assertThat(files).isNotEmpty();
        for (Resource file : files) {
            String[] path = file.getURL().getPath().split("/static/");
            assertThat(new Visitor(this.port).get("/" + path[path.length - 1]).statusCode()).as(file.getFilename())
                .isEqualTo(200);
        }
    }

    @Test
    void neverShowsTheBareErrorPage() {
        Visitor visitor = new Visitor(this.port).signIn("auditor");
        assertThat(visitor.get("/error").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/error").body()).doesNotContain("Whitelabel", "timestamp");
    }

    @Test
    void letsBrowsersKeepFilesByTheirContent() {
        Visitor visitor = new Visitor(this.port);
        Document page = visitor.page("/sign-in");
        assertThat(page.select("link[rel=stylesheet], script[src]")).hasSizeGreaterThanOrEqualTo(6)
            .allSatisfy((file) -> {
                String address = file.hasAttr("src") ? file.attr("src") : file.attr("href");
                assertThat(address).matches("/webjars/.+/[0-9.]+/.+|/(css|js)/[a-z]+-[0-9a-f]{32}\\.(css|js)");
                HttpResponse<String> answer = visitor.get(address, "Accept", "*/*");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000");
            });
    }

}
