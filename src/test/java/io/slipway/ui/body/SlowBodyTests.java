package io.slipway.ui.body;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who sends slowly keeps nobody waiting, and is sent away in the end.
 */
@SlipwayTest
class SlowBodyTests {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    @LocalServerPort
    int port;

    @Autowired
    ServerProperties server;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : this.sockets) {
            socket.close();
        }
    }

    @Test
    void moreThanThereAreThreadsStopNobody() throws IOException {
        int many = this.server.getTomcat().getThreads().getMax() + 30;
        for (int i = 0; i < many; i++) {
            send(connect(), "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n" + FORM + "Content-Length: 1000\r\n\r\nu");
        }
        for (Socket socket : this.sockets) {
            send(socket, "s");
        }
        Visitor visitor = new Visitor(this.port);
        assertThat(visitor.get("/sign-in").statusCode()).isEqualTo(200);
        visitor.signIn("auditor");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
        assertThat(this.sockets).anyMatch(SlowBodyTests::waits);
        for (Socket socket : this.sockets) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 408 ").contains("Connection: close");
        }
    }

    @Test
    void headersThatNeverEndStopNobody() throws IOException {
        for (int i = 0; i < this.server.getTomcat().getThreads().getMax() + 30; i++) {
            send(connect(), "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Sl");
        }
        assertThat(new Visitor(this.port).get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(this.sockets).anyMatch(SlowBodyTests::waits);
    }

    @Test
    void aFormThatComesInPiecesIsRead() throws IOException {
        String form = "username=nobody&password=" + "x".repeat(3000);
        Socket socket = connect();
        send(socket, "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\n" + FORM
                + "Content-Length: " + form.length() + "\r\n\r\n");
        byte[] go = socket.getInputStream().readNBytes("HTTP/1.1 100 \r\n\r\n".length());
        assertThat(new String(go, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100");
        for (int i = 0; i < form.length(); i += 500) {
            send(socket, form.substring(i, Math.min(i + 500, form.length())));
        }
        assertThat(answer(socket)).startsWith("HTTP/1.1 302").contains("/sign-in?expired");
    }

    @Test
    void aStrangerSendsNoLongForms() throws IOException {
        for (String length : List.of("Content-Length: 70000", "Transfer-Encoding: chunked")) {
            Socket socket = connect();
            send(socket, "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n" + FORM + length + "\r\n\r\n1\r\n");
            socket.shutdownOutput();
            assertThat(answer(socket)).as(length).startsWith("HTTP/1.1 413 ").contains("That is too large");
        }
    }

    @Test
    void longBodiesOfOneAddressTakeFewThreads() throws IOException {
        for (int i = 0; i < this.server.getTomcat().getThreads().getMax() + 30; i++) {
            send(connect(), "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
        }
        assertThat(new Visitor(this.port).get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(answer(this.sockets.get(this.sockets.size() - 1))).startsWith("HTTP/1.1 503 ")
            .contains("Retry-After: 10");
        assertThat(this.sockets).anyMatch(SlowBodyTests::waits);
        close();
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            Socket next = connect();
            send(next, "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
            assertThat(answer(next)).doesNotStartWith("HTTP/1.1 503 ");
        });
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("localhost", this.port);
        this.sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static boolean waits(Socket socket) {
        try {
            return socket.getInputStream().available() == 0;
        }
        catch (IOException ex) {
            return false;
        }
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

}
