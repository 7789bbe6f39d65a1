package io.slipway.ui;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

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
        assertThat(visitor.page("/sign-in").selectFirst("html").attr("data-theme")).isEqualTo("dark");
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
        Visitor visitor = new Visitor(this.port).signIn("stakeholder");
        HttpResponse<String> refused = visitor.get("/administration/people");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(refused.body()).select("main").text()).contains("You may not do this", "Stakeholder");
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
        List<String> files = page.select("script[src]").eachAttr("src");
        files.addAll(page.select("link[rel=stylesheet], link[rel=preload], link[rel=icon]").eachAttr("href"));
        assertThat(files).hasSize(6).allSatisfy((address) -> {
            assertThat(address).matches(
                    "/webjars/.+/[0-9.]+/.+|/(js|images|fonts)/[a-z-]+-[0-9a-f]{32}\\.(js|svg|woff2)|/css/[0-9a-f]{32}/slipway.css");
            assertKept(visitor.get(address, "Accept", "*/*"));
        });
    }

    @Test
    void dressesAllPagesByOneSheetThatNamesOnlyWhatIsThere() {
        Visitor visitor = new Visitor(this.port);
        String address = visitor.page("/sign-in").select("link[rel=stylesheet]").attr("href");
        String sheet = visitor.get(address, "Accept", "*/*").body();
        assertThat(sheet).contains(".menu a[aria-current]", ".dg-here", "@media print").doesNotContain("/*", "tblr");
        List<String> fonts = Pattern.compile("url\\(\"([^\"]+)\"\\)")
            .matcher(sheet)
            .results()
            .map((find) -> URI.create(address).resolve(find.group(1)).toString())
            .toList();
        assertThat(fonts).hasSize(2).allSatisfy((font) -> {
            assertThat(font).matches("/fonts/[a-z-]+-[0-9a-f]{32}\\.woff2");
            assertKept(visitor.get(font, "Accept", "*/*"));
        });
    }

    /** While nodes are replaced, a page of the one may ask the other. */
    @Test
    void hasAStyleSheetForThePagesOfAnotherVersion() {
        HttpResponse<String> answer = new Visitor(this.port).get("/css/" + "0".repeat(32) + "/slipway.css");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    private static void assertKept(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

}
