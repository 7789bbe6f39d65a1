package io.slipway.packaging.address;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slipway.packaging.AddressAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an address replies is told, whatever it does; and nobody leads the portal into the
 * network around it.
 */
class AddressAskerTests {

    private static final int MEGABYTE = 1024 * 1024;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private final Queue<Headers> sent = new ConcurrentLinkedQueue<>();

    private final CountDownLatch end = new CountDownLatch(1);

    private final CountDownLatch brokenOff = new CountDownLatch(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final AddressAsker asker = new AddressAsker(new OutsideHosts(Set.of("localhost")), Duration.ofSeconds(20),
            2);

    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.server.setExecutor(this.threads);
        this.server.createContext("/", this::answer);
        this.server.start();
    }

    @AfterEach
    void stop() throws IOException {
        this.end.countDown();
        this.server.stop(0);
        this.threads.shutdownNow();
        this.asker.close();
    }

    @Test
    void reachesWhatIsThereByItsHeadAlone() {
        assertThat(ask("/notes")).isEqualTo(new AddressReply(AddressAnswer.FOUND, "200 text/markdown"));
        assertThat(this.asked).containsExactly("HEAD /notes");
    }

    @Test
    void asksForTheFirstByteWhereAHeadIsNotAnswered() {
        assertThat(ask("/no-head").answer()).isEqualTo(AddressAnswer.FOUND);
        assertThat(this.asked).containsExactly("HEAD /no-head", "GET /no-head");
        assertThat(this.sent).last()
            .satisfies((headers) -> assertThat(headers.getFirst("Range")).isEqualTo("bytes=0-0"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "403", "404", "410", "500", "503" })
    void doesNotReachWhatIsRefused(String status) {
        assertThat(ask("/status/" + status)).isEqualTo(new AddressReply(AddressAnswer.REFUSED, status));
    }

    @Test
    void takesASignInForReachedAndSaysWhatWasAnswered() {
        assertThat(ask("/status/401").answer()).isEqualTo(AddressAnswer.SIGN_IN);
        assertThat(ask("/to/sign-in"))
            .isEqualTo(new AddressReply(AddressAnswer.FOUND, "200 text/html; charset=utf-8, " + address("/sign-in")));
    }

    @Test
    void sendsNothingThatTellsWhoAsks() {
        ask("/to/sign-in");
        assertThat(this.sent).hasSize(2)
            .allSatisfy((headers) -> assertThat(headers).doesNotContainKeys("Cookie", "Authorization", "Referer"));
    }

    @Test
    void goesOnlySoFar() {
        assertThat(ask("/round").answer()).isEqualTo(AddressAnswer.TOO_FAR);
        assertThat(this.asked).hasSize(4);
    }

    @Test
    void readsNothingOfWhatIsLong() throws InterruptedException {
        for (int time = 0; time < 3; time++) {
            assertThat(ask("/long").answer()).isEqualTo(AddressAnswer.FOUND);
        }
        this.brokenOff.await();
    }

    @Test
    void waitsNoLongerThanItsLimit() throws IOException, InterruptedException {
        OutsideHosts hosts = new OutsideHosts(Set.of("localhost"));
        try (AddressAsker impatient = new AddressAsker(hosts, Duration.ofMillis(300), 1);
                ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int time = 0; time < 2; time++) {
                assertThat(impatient.ask(address("/hang")).answer()).isEqualTo(AddressAnswer.TOO_SLOW);
            }
            this.threads.execute(() -> drip(dripping));
            String address = "http://localhost:" + dripping.getLocalPort() + "/";
            assertThat(impatient.ask(address).answer()).isEqualTo(AddressAnswer.TOO_SLOW);
            this.brokenOff.await();
        }
    }

    @Test
    void saysWhyNobodyAnswered() {
        int port = this.server.getAddress().getPort();
        this.server.stop(0);
        assertThat(this.asker.ask("http://localhost:" + port + "/").answer()).isEqualTo(AddressAnswer.NO_CONNECTION);
        assertThat(this.asker.ask("http://docs.invalid/").answer()).isEqualTo(AddressAnswer.NO_HOST);
    }

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "127.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0" })
    void asksNoHostOfItsOwnThatIsNotNamed(String host) {
        assertThat(this.asker.ask("http://" + host + ":" + this.server.getAddress().getPort() + "/notes").answer())
            .isEqualTo(AddressAnswer.FORBIDDEN_HOST);
        assertThat(this.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1:%d/notes", "http://169.254.169.254/latest/meta-data", "ftp://localhost/",
            "file:///etc/passwd", "http://me:secret@localhost:%d/notes" })
    void isNotLedToWhereItMayNotAsk(String location) {
        String to = location.formatted(this.server.getAddress().getPort());
        assertThat(ask("/to?" + to).answer()).isEqualTo(AddressAnswer.FORBIDDEN_WAY);
        assertThat(this.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.7.7", "169.254.169.254", "100.100.100.200",
            "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254",
            "ff02::1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1" })
    void takesSpecialAddressesForInside(String address) throws UnknownHostException {
        assertThat(OutsideHosts.outside(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:2800:21f:cb07::1" })
    void takesWhatIsEverybodysForOutside(String address) throws UnknownHostException {
        assertThat(OutsideHosts.outside(InetAddress.getByName(address))).isTrue();
    }

    private AddressReply ask(String path) {
        return this.asker.ask(address(path));
    }

    private String address(String path) {
        return "http://localhost:" + this.server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        this.asked.add(exchange.getRequestMethod() + " " + path);
        this.sent.add(exchange.getRequestHeaders());
        boolean head = exchange.getRequestMethod().equals("HEAD");
        Headers headers = exchange.getResponseHeaders();
        if (path.equals("/notes")) {
            headers.set("Content-Type", "text/markdown");
            exchange.sendResponseHeaders(200, -1);
        }
        else if (path.equals("/no-head")) {
            exchange.sendResponseHeaders(head ? 405 : 206, -1);
        }
        else if (path.startsWith("/status/")) {
            exchange.sendResponseHeaders(Integer.parseInt(path.substring("/status/".length())), -1);
        }
        else if (path.startsWith("/to")) {
            String query = exchange.getRequestURI().getQuery();
            headers.set("Set-Cookie", "session=1");
            headers.set("Location", (query != null) ? query : "/sign-in");
            exchange.sendResponseHeaders(302, -1);
        }
        else if (path.equals("/round")) {
            headers.set("Location", "/round");
            exchange.sendResponseHeaders(307, -1);
        }
        else if (path.equals("/sign-in")) {
            headers.set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, -1);
        }
        else if (path.equals("/long")) {
            sendMuch(exchange, head);
        }
        else {
            awaitEnd();
        }
        exchange.close();
    }

    private void sendMuch(HttpExchange exchange, boolean head) throws IOException {
        if (head) {
            exchange.sendResponseHeaders(501, -1);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            while (this.end.getCount() > 0) {
                body.write(new byte[10 * MEGABYTE]);
            }
        }
        catch (IOException ex) {
            this.brokenOff.countDown();
        }
    }

    /** Sends a header whose pieces come in time, and that never ends. */
    private void drip(ServerSocket listening) {
        try (Socket socket = listening.accept(); OutputStream out = socket.getOutputStream()) {
            out.write("HTTP/1.1 200 OK\r\nServer: ".getBytes(StandardCharsets.US_ASCII));
            while (!this.end.await(50, TimeUnit.MILLISECONDS)) {
                out.write('x');
            }
        }
        catch (IOException ex) {
            this.brokenOff.countDown();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        try {
            this.end.await();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

}
