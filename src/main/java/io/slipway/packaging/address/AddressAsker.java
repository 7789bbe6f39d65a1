package io.slipway.packaging.address;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

import io.slipway.packaging.AddressAnswer;
import io.slipway.packaging.DocumentAddress.State;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Asks an address whether something is there, as a stranger and in few bytes: by
 * {@code HEAD}, and by {@code GET} for the first of it where that is not answered with
 * success. Nothing of a body is read, no cookie and no password is sent, and each step of
 * the way is judged by the same rules as the first.
 */
class AddressAsker implements AutoCloseable {

    private static final int REDIRECTS = 3;

    private static final int LONGEST_LINE = 8192;

    private static final int MOST_HEADERS = 100;

    private static final Set<Integer> REDIRECTING = Set.of(HttpStatus.SC_MOVED_PERMANENTLY,
            HttpStatus.SC_MOVED_TEMPORARILY, HttpStatus.SC_SEE_OTHER, HttpStatus.SC_TEMPORARY_REDIRECT,
            HttpStatus.SC_PERMANENT_REDIRECT);

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final CloseableHttpClient client;

    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor((task) -> {
        Thread thread = new Thread(task, "address-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    private final Duration limit;

    /**
     * An asker.
     * @param hosts who may be asked
     * @param limit how long all of it may take
     * @param most how many may be asked at a time
     */
    AddressAsker(OutsideHosts hosts, Duration limit, int most) {
        Timeout pause = Timeout.of(limit);
        Http1Config small = Http1Config.custom().setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_HEADERS).build();
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(hosts)
            .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(small).build())
            .setDefaultConnectionConfig(
                    ConnectionConfig.custom().setConnectTimeout(pause).setSocketTimeout(pause).build())
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(pause).build())
            .setMaxConnTotal(most)
            .setMaxConnPerRoute(most)
            .build();
        this.client = HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                    RequestConfig.custom().setResponseTimeout(pause).setProtocolUpgradeEnabled(false).build())
            .setConnectionReuseStrategy((request, response, context) -> false)
            .setUserAgent("Slipway")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
        this.limit = limit;
    }

    /** Asks an address; whatever happens is a reply. */
    AddressReply ask(String address) {
        long end = System.nanoTime() + this.limit.toNanos();
        try {
            return follow(new URI(address), end);
        }
        catch (ForbiddenHostException ex) {
            return new AddressReply(AddressAnswer.FORBIDDEN_HOST, text(ex));
        }
        catch (UnknownHostException ex) {
            return new AddressReply(AddressAnswer.NO_HOST, text(ex));
        }
        catch (IOException | URISyntaxException ex) {
            boolean late = ex instanceof SocketTimeoutException || System.nanoTime() >= end;
            return new AddressReply(late ? AddressAnswer.TOO_SLOW : failure(ex), "");
        }
    }

    private AddressReply follow(URI first, long end) throws IOException {
        URI at = first;
        for (int step = 0; step <= REDIRECTS; step++) {
            Seen seen;
            try {
                seen = look(at, end);
            }
            catch (ForbiddenHostException ex) {
                if (step == 0) {
                    throw ex;
                }
                return new AddressReply(AddressAnswer.FORBIDDEN_WAY, text(ex));
            }
            if (seen.location() == null) {
                return new AddressReply(seen.answer(), (step == 0) ? seen.text() : seen.text() + ", " + at);
            }
            URI next = next(at, seen.location());
            if (next == null) {
                return new AddressReply(AddressAnswer.FORBIDDEN_WAY, seen.location());
            }
            at = next;
        }
        return new AddressReply(AddressAnswer.TOO_FAR, "");
    }

    private Seen look(URI at, long end) throws IOException {
        Seen seen = send(new HttpHead(at), end);
        if (seen.location() != null || seen.answer().state() == State.REACHABLE) {
            return seen;
        }
        HttpGet some = new HttpGet(at);
        some.setHeader(HttpHeaders.RANGE, "bytes=0-0");
        return send(some, end);
    }

    private Seen send(HttpUriRequestBase request, long end) throws IOException {
        Future<?> deadline = this.deadlines.schedule(request::abort, end - System.nanoTime(), TimeUnit.NANOSECONDS);
        try {
            return Seen.of(this.client.executeOpen(null, request, null));
        }
        finally {
            deadline.cancel(false);
            request.abort();
        }
    }

    /** Where an answer leads to; null if that is no address that may be asked. */
    private static @Nullable URI next(URI from, String location) {
        try {
            URI to = from.resolve(new URI(location));
            boolean web = to.getScheme() != null && SCHEMES.contains(to.getScheme().toLowerCase(Locale.ROOT));
            return (web && to.getHost() != null && to.getUserInfo() == null) ? to : null;
        }
        catch (URISyntaxException ex) {
            return null;
        }
    }

    private static AddressAnswer failure(Exception ex) {
        if (ex instanceof SSLException) {
            return AddressAnswer.NOT_TRUSTED;
        }
        return (ex instanceof ConnectException) ? AddressAnswer.NO_CONNECTION : AddressAnswer.NOT_UNDERSTOOD;
    }

    private static String text(Exception ex) {
        return Objects.requireNonNullElse(ex.getMessage(), "");
    }

    @Override
    public void close() throws IOException {
        this.deadlines.shutdownNow();
        this.client.close();
    }

    /**
     * The beginning of an answer.
     *
     * @param text its status and what it says of itself
     * @param location where it leads to; null if it stays
     */
    private record Seen(AddressAnswer answer, String text, @Nullable String location) {

        static Seen of(ClassicHttpResponse response) {
            int status = response.getCode();
            Header type = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
            Header location = response.getFirstHeader(HttpHeaders.LOCATION);
            String text = (type != null) ? status + " " + type.getValue() : Integer.toString(status);
            return new Seen(answer(status), text,
                    (location != null && REDIRECTING.contains(status)) ? location.getValue() : null);
        }

        private static AddressAnswer answer(int status) {
            if (status == HttpStatus.SC_UNAUTHORIZED) {
                return AddressAnswer.SIGN_IN;
            }
            boolean success = status >= HttpStatus.SC_SUCCESS && status < HttpStatus.SC_REDIRECTION;
            return success ? AddressAnswer.FOUND : AddressAnswer.REFUSED;
        }

    }

}
