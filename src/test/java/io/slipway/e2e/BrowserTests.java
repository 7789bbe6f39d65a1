package io.slipway.e2e;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The judgements that every journey relies on do fail when they should.
 */
class BrowserTests {

    private static final String GOOD = """
            <!doctype html><html lang="en"><head><title>Good</title></head>
            <body><main><h1>Good</h1><form method="post" action="/sign-in">
            <label for="name">Name</label><input id="name" name="username"><button>Send</button>
            </form></main></body></html>""";

    private HttpServer server;

    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        answer("/good", 200, GOOD);
        answer("/refused", 403, GOOD);
        answer("/sign-in", 200, GOOD.replace("Good", "Welcome"));
        answer("/unlabelled", 200, GOOD.replace("<label for=\"name\">Name</label>", ""));
        answer("/inline", 200, GOOD.replace("<main>", "<main><script>document.title = 'Bad'</script>"));
        answer("/broken", 200, GOOD.replace("<main>", "<main><img src=\"/missing.png\" alt=\"\">"));
        answer("/wide", 200, GOOD.replace("<h1>", "<h1 class='far'><img src='data:,' width='500' height='9' alt=''>"));
        answer("/scripted", 200, GOOD.replace("</body>", "<script src=\"/change.js\"></script></body>"));
        answer("/change.js", 200, "document.querySelector('h1').textContent = 'Changed'");
        answer("/missing.png", 404, "");
        answer("/favicon.ico", 200, "");
        this.server.start();
        this.browser = new Browser(address());
    }

    private String address() {
        return "http://localhost:" + this.server.getAddress().getPort();
    }

    private void answer(String path, int status, String body) {
        this.server.createContext(path, (exchange) -> answer(exchange, status, body));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Security-Policy", "script-src 'self'");
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
        exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterEach
    void close() {
        this.browser.close();
        this.server.stop(0);
    }

    @Test
    void findsNothingWrongWithAGoodPage() {
        this.browser.open("/good").expectHeading("Good").expectAccessible().expectNoErrors();
        assertThat(this.browser.path()).isEqualTo("/good");
    }

    @Test
    void fillsInAndSendsAForm() {
        this.browser.open("/good").fill("username", "Ada").submit("/sign-in").expectHeading("Welcome");
        assertThat(this.browser.path()).isEqualTo("/sign-in");
    }

    @Test
    void reportsAFieldWithoutLabel() {
        this.browser.open("/unlabelled");
        assertThatThrownBy(this.browser::expectAccessible).hasMessageContaining("label");
    }

    @Test
    void reportsWhatSticksOutOnAPhone() {
        this.browser.open("/wide");
        assertThatThrownBy(this.browser::expectAccessible).hasMessageContaining("at 390").hasMessageContaining("IMG");
    }

    @Test
    void reportsABrokenContentSecurityPolicy() {
        this.browser.open("/inline");
        assertThatThrownBy(this.browser::expectNoErrors).hasMessageContaining("Content Security Policy");
    }

    @Test
    void reportsAMissingFileButNotARefusedPage() {
        this.browser.open("/refused");
        assertThatCode(this.browser::expectNoErrors).doesNotThrowAnyException();
        this.browser.open("/broken");
        assertThatThrownBy(this.browser::expectNoErrors).hasMessageContaining("missing.png");
    }

    @Test
    void runsNoScriptWhenAskedTo() {
        assertThat(this.browser.open("/scripted").heading()).isEqualTo("Changed");
        this.browser.withoutJavaScript();
        assertThat(this.browser.open("/scripted").heading()).isEqualTo("Good");
    }

    @Test
    void leavesNothingToTheNextPerson() {
        this.browser.open("/inline").cookies(Set.of(new Cookie("SESSION", "theirs")));
        this.browser.resize(390, 844).withoutJavaScript();
        this.browser.close();
        this.browser = new Browser(address());
        assertThat(this.browser.open("/scripted").heading()).isEqualTo("Changed");
        assertThat(this.browser.cookies()).isEmpty();
        assertThat(this.browser.find(By.tagName("html")).getSize().getWidth()).isGreaterThan(1000);
        this.browser.expectNoErrors();
    }

}
