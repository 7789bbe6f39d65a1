package io.slipway.audit.chain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Asks a server outside, which may be slow or talk nonsense: the answer has its time and
 * its length, and leads nowhere else.
 */
final class Outside {

    private static final int LONGEST = 65_536;

    private final RestClient client;

    /**
     * A client.
     * @param patience until the whole answer has to be there
     */
    Outside(Duration patience) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build());
        requests.setReadTimeout(patience);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    /** Sends something, and throws a {@code RestClientException} without an answer. */
    Answer post(URI address, MediaType type, byte[] body) {
        return this.client.post()
            .uri(address)
            .contentType(type)
            .body(body)
            .exchange((request, response) -> new Answer(response.getStatusCode().value(), body(response)));
    }

    private static byte[] body(RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse response)
            throws IOException {
        byte[] body = response.getBody().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new IOException("An answer of more than " + LONGEST + " bytes");
        }
        return body;
    }

    /** What was answered. */
    record Answer(int status, byte[] body) {
    }

}
