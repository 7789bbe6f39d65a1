package io.slipway.deployment.tool;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.slipway.deployment.tool.ToolException.Kind;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Asks tools, only at addresses that are allowed, and within bounds: an answer has so
 * much time and 1 MB. What only reads may be sent on elsewhere, three times, where that
 * is allowed too; its secret goes to the same host only. What changes something is sent
 * to one address, once.
 */
@Component
public class ToolClient {

    static final int MOST = 1024 * 1024;

    private static final int REDIRECTS = 3;

    private static final Set<Integer> REDIRECTING = Set.of(301, 302, 303, 307, 308);

    private final ToolAddresses addresses;

    private final Duration patience;

    private final HttpClient client;

    ToolClient(ToolAddresses addresses, ToolProperties properties) {
        this.addresses = addresses;
        this.patience = properties.patience();
        this.client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(this.patience)
            .build();
    }

    /**
     * Asks a tool.
     * @return its answer, whatever its status is
     * @throws ToolException where there is none
     */
    public ToolAnswer send(ToolRequest request) throws ToolException {
        ToolRequest next = request;
        boolean reads = request.method().equals("GET");
        for (int step = 0; step <= REDIRECTS; step++) {
            URI at = allowed(next.address());
            ToolAnswer answer = once(next, at);
            String location = answer.header("Location");
            if (!reads || !REDIRECTING.contains(answer.status()) || location.isEmpty()) {
                return answer;
            }
            next = on(next, at, location);
        }
        throw new ToolException(Kind.REFUSED, "The tool sent the portal on too often");
    }

    private static ToolRequest on(ToolRequest request, URI from, String location) throws ToolException {
        try {
            URI to = from.resolve(location);
            ToolRequest next = new ToolRequest(request.method(), to.toString(), request.headers(), null);
            return String.valueOf(to.getRawAuthority()).equalsIgnoreCase(from.getRawAuthority()) ? next
                    : ToolRequest.get(to.toString());
        }
        catch (IllegalArgumentException ex) {
            throw new ToolException(Kind.REFUSED, "The tool sent the portal on to what is no address");
        }
    }

    private URI allowed(String address) throws ToolException {
        if (!this.addresses.allows(address)) {
            throw new ToolException(Kind.NOT_SENT, "The portal may not reach " + address);
        }
        return URI.create(address);
    }

    private ToolAnswer once(ToolRequest request, URI at) throws ToolException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(at)
            .timeout(this.patience)
            .header("User-Agent", "Slipway")
            .method(request.method(), (request.body() != null) ? HttpRequest.BodyPublishers.ofByteArray(request.body())
                    : HttpRequest.BodyPublishers.noBody());
        request.headers().forEach(builder::header);
        CompletableFuture<HttpResponse<BoundedBody.Part>> answer = this.client.sendAsync(builder.build(),
                (head) -> new BoundedBody(MOST));
        try {
            HttpResponse<BoundedBody.Part> got = answer.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
            HttpHeaders headers = new HttpHeaders();
            headers.putAll(got.headers().map());
            return new ToolAnswer(got.statusCode(), headers, got.body().bytes(), got.body().cut());
        }
        catch (ExecutionException ex) {
            throw failure(ex.getCause());
        }
        catch (TimeoutException ex) {
            throw new ToolException(Kind.IN_DOUBT, "No whole answer within " + this.patience.toSeconds() + " s");
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new ToolException(Kind.IN_DOUBT, "The portal stopped");
        }
        finally {
            answer.cancel(true);
        }
    }

    private static ToolException failure(Throwable cause) {
        boolean unsent = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException || cause instanceof IllegalArgumentException
                || cause.getCause() instanceof UnresolvedAddressException;
        String why = (cause instanceof IOException && cause.getMessage() != null) ? cause.getMessage()
                : cause.getClass().getSimpleName();
        return new ToolException(unsent ? Kind.NOT_SENT : Kind.IN_DOUBT, why);
    }

}
