package io.slipway.ui.log;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What strangers send makes no line of the log, and no fault.
 */
@SlipwayTest
@ExtendWith(OutputCaptureExtension.class)
class PlainLogTests {

    private static final Logger log = LoggerFactory.getLogger(PlainLogTests.class);

    @LocalServerPort
    int port;

    @Test
    void keepsTextFromOutsideOnOneLine(CapturedOutput output) {
        MDC.put("release", "PAY\n1");
        try {
            log.warn("Read {}", "a\r\nFORGED\u001b[31m \u202e b\tc",
                    new IllegalStateException("d\nFORGED", new IllegalArgumentException("e\nFORGED")));
        }
        finally {
            MDC.remove("release");
        }
        assertThat(output.toString()).contains("PAY\\n1", "Read a\\r\\nFORGED\\u001b[31m \\u202e b\tc",
                "IllegalStateException: d\\nFORGED", "IllegalArgumentException: e\\nFORGED");
        assertThat(output.toString().lines()).noneMatch((line) -> line.startsWith("FORGED"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/sign-in?a%0AFORGED=1", "/sign-in?a%00=1", "/sign-in?%1B%5B31m=1", "/tasks?a%0DFORGED",
            "/releases?sort%0AFORGED=1", "/monitor?%C2%85FORGED=1", "/me?a%0AFORGED=1", "/api/v1/releases?a%0AFORGED=1",
            "/calendar?a%0AFORGED=1", "/configuration?q%0A=1", "/css/theme.css?a%0A=1" })
    void refusesControlCharactersInTheNameOfAParameter(String path, CapturedOutput output) {
        HttpResponse<String> stranger = new Visitor(this.port).get(path);
        assertThat(stranger.statusCode()).isEqualTo(400);
        HttpResponse<String> person = new Visitor(this.port).signIn("administrator").get(path);
        assertThat(person.statusCode()).isEqualTo(400);
        assertThat(person.body()).containsAnyOf("This request could not be read", "control character");
        assertThat(new Visitor(this.port).postAsIs("/sign-in", "a\nFORGED", "b").statusCode()).isEqualTo(400);
        assertThat(output.toString()).doesNotContain("FORGED");
    }

    @Test
    void survivesControlCharactersWhereverTheyAreSent(CapturedOutput output) throws IOException {
        Visitor visitor = new Visitor(this.port).signIn("administrator");
        List<String> paths = List.of("/releases/%1B%5B31mFORGED", "/releases?q=a%0AFORGED", "/releases/A%0AFORGED",
                "/releases/A%E2%80%A8FORGED", "/tasks?q=%00FORGED", "/me/..%0AFORGED", "/monitor/releases/a%1BFORGED");
        for (String path : paths) {
            assertThat(visitor.get(path).statusCode()).as(path).isLessThan(500);
        }
        for (String header : List.of("User-Agent: a\u0085FORGED", "Accept: a\u0085FORGED", "X-Some: a\u0001FORGED",
                "Cookie: SESSION=a\u0085FORGED", "HX-Request: \u009bFORGED")) {
            assertThat(status("/sign-in", header)).as(header).isBetween(200, 499);
            assertThat(status("/releases", header)).as(header).isBetween(200, 499);
        }
        assertThat(output.toString().lines()).noneMatch((line) -> line.startsWith("FORGED"));
    }

    private int status(String path, String header) throws IOException {
        try (Socket socket = new Socket("localhost", this.port)) {
            socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n\r\n".formatted(path, header)
                    .getBytes(StandardCharsets.ISO_8859_1));
            InputStream answer = socket.getInputStream();
            String text = new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        }
    }

}
