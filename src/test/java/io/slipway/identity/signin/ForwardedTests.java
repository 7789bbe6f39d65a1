package io.slipway.identity.signin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No redirect repeats a host that a request only claims, and a proxy on this machine is
 * believed who the client is and that it came by TLS.
 */
@SlipwayTest
class ForwardedTests {

    private static final String FORGED = """
            Host: evil.example\r
            X-Forwarded-Host: evil.example\r
            Forwarded: host=evil.example\r
            """;

    @LocalServerPort
    private int port;

    @Test
    void sendsNobodyToAForgedHost() throws IOException {
        String asked = exchange("GET /me?from=here", FORGED, "");
        assertThat(header(asked, "Location")).isEqualTo("/sign-in");

        String page = exchange("GET /sign-in", FORGED + cookies(asked), "");
        String form = "username=release-manager&password=slipway-demo&_csrf=" + URLEncoder
            .encode(first(page, "name=\"_csrf\" (?:type=\"hidden\" )?value=\"([^\"]+)\""), StandardCharsets.UTF_8);
        String signedIn = exchange("POST /sign-in", FORGED + cookies(asked, page), form);
        assertThat(signedIn).startsWith("HTTP/1.1 302");
        assertThat(header(signedIn, "Location")).isEqualTo("/me?from=here");

        String logout = exchange("POST /sign-out", FORGED + cookies(signedIn), "");
        assertThat(logout).doesNotContain("//evil.example");
    }

    @Test
    void believesAProxyOnThisMachine() throws IOException {
        String answer = exchange("GET /sign-in",
                "Host: slipway.example.com\r\nX-Forwarded-Proto: https\r\n" + "X-Forwarded-For: 203.0.113.7\r\n", "");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("Strict-Transport-Security");
        assertThat(exchange("GET /sign-in", "Host: slipway.example.com\r\n", ""))
            .doesNotContain("Strict-Transport-Security");
    }

    private String exchange(String line, String headers, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
            String type = body.isEmpty() ? "" : "Content-Type: application/x-www-form-urlencoded\r\n";
            socket.getOutputStream()
                .write((line + " HTTP/1.1\r\n" + headers + "Accept: text/html\r\nConnection: close\r\n" + type
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String header(String answer, String name) {
        return first(answer, "(?mi)^" + name + ": ([^\r\n]*)");
    }

    private static String cookies(String... answers) {
        return Pattern.compile("(?mi)^Set-Cookie: ([^;]+)")
            .matcher(String.join("\r\n", answers))
            .results()
            .map((cookie) -> cookie.group(1))
            .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

}
