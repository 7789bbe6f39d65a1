package io.slipway.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives the portal under test a mail server on a port that stays the same, running only
 * while a test has it running. The portal sends nothing of itself, see
 * {@link StandingSchedule}.
 */
public final class TestMail implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String HOST = "127.0.0.1";

    private static final int PORT = freePort();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues
            .of("spring.mail.host=" + HOST, "spring.mail.port=" + PORT, "slipway.mail.from=slipway@example.com")
            .applyTo(context);
    }

    /**
     * Starts the mail server.
     * @return the server; whoever starts it stops it
     */
    public static GreenMail start() {
        GreenMail server = new GreenMail(new ServerSetup(PORT, HOST, ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
