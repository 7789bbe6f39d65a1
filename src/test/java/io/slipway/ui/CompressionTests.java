package io.slipway.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;

import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is read as text travels compressed to whoever can read that.
 */
@SlipwayTest
class CompressionTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = { "/sign-in", "/css/theme.css", "/js/live.js" })
    void sendsTheSameTextInFewerBytes(String path) throws Exception {
        HttpResponse<byte[]> plain = get(path, "identity");
        HttpResponse<byte[]> compressed = get(path, "gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.headers().allValues("Vary")).anyMatch((vary) -> vary.contains("accept-encoding"));
        assertThat(compressed.body().length).isLessThan(plain.body().length * 2 / 3);
        if (!path.equals("/sign-in")) {
            assertThat(unpacked(compressed.body())).isEqualTo(plain.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/tasks", "/releases", "/monitor", "/monitor/live", "/calendar", "/api/v1/openapi" })
    void compressesWhatIsShownToWhoeverIsSignedIn(String path) {
        Visitor visitor = new Visitor(this.port).signIn("administrator");
        HttpResponse<String> answer = visitor.get(path, "Accept-Encoding", "gzip", "Accept", "*/*");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).as(path).hasValue("gzip");
    }

    @Test
    void leavesWhatFitsAPacketAsItIs() throws Exception {
        assertThat(get("/actuator/health", "gzip").headers().firstValue("Content-Encoding")).isEmpty();
    }

    private HttpResponse<byte[]> get(String path, String encoding) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
                .header("Accept-Encoding", encoding)
                .build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] unpacked(byte[] content) throws IOException {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return unpacked.readAllBytes();
        }
    }

}
