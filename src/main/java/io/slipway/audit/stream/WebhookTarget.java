package io.slipway.audit.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.slipway.audit.chain.LogRows.LogRow;
import io.slipway.input.WebhookSignature;

import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * An address that takes batches of rows as JSON, signed as Standard Webhooks; whatever it
 * answers but 2xx is no receipt.
 */
final class WebhookTarget implements Target {

    private final URI address;

    private final String secret;

    private final Clock clock;

    private final RestClient client;

    WebhookTarget(URI address, String secret, Duration patience, Clock clock) {
        this.address = address;
        this.secret = secret;
        this.clock = clock;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build());
        requests.setReadTimeout(patience);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public void take(List<LogRow> rows, int generation) throws IOException {
        LogRow first = rows.get(0);
        LogRow last = rows.get(rows.size() - 1);
        String id = "audit-%d-%d-%d".formatted(generation, first.index(), last.index());
        String at = Long.toString(this.clock.instant().getEpochSecond());
        byte[] body = body(rows, generation);
        int status;
        try {
            status = this.client.post()
                .uri(this.address)
                .contentType(MediaType.APPLICATION_JSON)
                .header("webhook-id", id)
                .header("webhook-timestamp", at)
                .header("webhook-signature", WebhookSignature.of(this.secret, id, at, body))
                .body(body)
                .exchange((request, response) -> response.getStatusCode().value());
        }
        catch (RestClientException ex) {
            throw new IOException(ex.getMessage(), ex);
        }
        if (status / 100 != 2) {
            throw new IOException("answer " + status);
        }
    }

    /** The rows stand in it as they are sealed, byte for byte. */
    private static byte[] body(List<LogRow> rows, int generation) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("{\"type\":\"slipway.audit.rows\",\"log\":" + generation + ",\"first\":" + rows.get(0).index()
                + ",\"rows\":[")
            .getBytes(StandardCharsets.UTF_8));
        String between = "";
        for (LogRow row : rows) {
            body.writeBytes(between.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(row.json());
            between = ",";
        }
        body.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

}
