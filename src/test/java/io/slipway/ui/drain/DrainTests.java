package io.slipway.ui.drain;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Leaving: readiness turns, requests are answered for a while, then it is over.
 */
class DrainTests {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void answersWithoutKeepingConnectionsUntilItsTimeIsOver() throws Exception {
        ServletWebServerApplicationContext server = start("1h");
        int port = server.getWebServer().getPort();
        assertThat(answer(port).headers().firstValue("Connection")).isEmpty();
        Thread leaving = new Thread(server::close);
        leaving.start();
        Drain drain = server.getBean(Drain.class);
        Awaitility.await().until(drain::isDraining);
        assertThat(server.getBean(ApplicationAvailability.class).getReadinessState())
            .isEqualTo(ReadinessState.REFUSING_TRAFFIC);
        for (int i = 0; i < 3; i++) {
            HttpResponse<Void> answer = answer(port);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Connection")).hasValue("close");
        }
        leaving.interrupt();
        leaving.join();
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> answer(port));
    }

    @Test
    void leavesAtOnceWhereNobodyHasToNotice() {
        ServletWebServerApplicationContext server = start("0s");
        Drain drain = server.getBean(Drain.class);
        server.close();
        assertThat(drain.isDraining()).isFalse();
    }

    private static ServletWebServerApplicationContext start(String time) {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(Server.class)
            .properties("spring.config.name=none", "server.port=0", "slipway.drain.time=" + time)
            .run();
    }

    private HttpResponse<Void> answer(int port) throws IOException, InterruptedException {
        return this.client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/nothing")).build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** A server without pages. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({ ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
            ApplicationAvailabilityAutoConfiguration.class })
    @Import(DrainConfiguration.class)
    static class Server {

    }

}
