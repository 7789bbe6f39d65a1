package io.slipway.audit.stream;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

import com.sun.net.httpserver.HttpServer;
import io.slipway.audit.chain.OwnSchema;
import io.slipway.input.WebhookSignature;
import io.slipway.ui.Messages;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each row goes on in the order of the log, at least once, over connections that break at
 * any place.
 */
class AuditStreamTests {

    private static final Pattern MESSAGE = Pattern
        .compile("<110>1 2026-11-30T09:00:00\\.123Z slipway\\.example slipway - plan\\.submitted"
                + " \\[meta sequenceId=\"(\\d+)\"\\] (\\{.*\\})");

    private final OwnSchema schema = new OwnSchema("237-witnesses.sql", "238-audit-streams.sql");

    private final StreamStore store = new StreamStore(this.schema.jdbc());

    private final List<Long> taken = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-30T10:00:00Z");

    private volatile String does = "takes";

    @Test
    void reachesASyslogServerThatDropsConnections() throws Exception {
        try (SSLServerSocket server = server("localhost")) {
            Target syslog = syslog(server, "localhost");
            this.schema.rows(1200);
            this.schema.seal();
            passOn(syslog);
            assertThat(this.taken).containsExactlyElementsOf(LongStream.rangeClosed(1, 1200).boxed().toList());

            for (String fault : List.of("resets", "hangs")) {
                this.does = fault;
                this.schema.rows(700);
                this.schema.seal();
                long before = this.store.place("syslog").orElseThrow().nextIndex();
                passOn(syslog);
                assertThat(this.store.place("syslog").orElseThrow().nextIndex()).as(fault).isEqualTo(before);
                assertThat(this.store.place("syslog").orElseThrow().problem()).as(fault).isNotNull();
                this.does = "takes";
                passOn(syslog);
                assertThat(this.store.place("syslog").orElseThrow().nextIndex()).as("not at once").isEqualTo(before);
                this.now = this.now.plus(Duration.ofMinutes(20));
                passOn(syslog);
                assertThat(this.store.place("syslog").orElseThrow().nextIndex()).as(fault).isEqualTo(before + 700);
            }
            assertThat(new LinkedHashSet<>(this.taken)).as("all, in their order")
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 2600).boxed().toList());

            this.schema.beginAnew();
            this.schema.seal();
            this.taken.clear();
            passOn(syslog);
            assertThat(this.taken).as("a log that was begun anew").hasSize(2600);
        }
    }

    @Test
    void tellsNothingToAServerThatItDoesNotTrust() throws Exception {
        this.schema.rows(3);
        this.schema.seal();
        try (SSLServerSocket other = server("other.example")) {
            passOn(syslog(other, "localhost"));
        }
        assertThat(this.taken).isEmpty();
        assertThat(this.store.place("syslog").orElseThrow().problem()).isNotBlank();
        AuditStream stream = new AuditStream(List.of(syslog(server("localhost"), "localhost")), this.store,
                this.schema.log(), clock());
        StaticMessageSource texts = new StaticMessageSource();
        texts.setUseCodeAsDefaultMessage(true);
        assertThat(stream.all().get(0).behind()).isEqualTo(3);
        assertThat(new StreamCheck(stream, new Messages(texts)).now().orElseThrow().text())
            .isEqualTo("audit.stream.check.fails");
    }

    @Test
    void signsWhatItSendsToAWebhookAndSendsItAgain() throws Exception {
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        List<String> got = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", (call) -> {
            byte[] body = call.getRequestBody().readAllBytes();
            WebhookSignature signature = new WebhookSignature(call.getRequestHeaders().getFirst("webhook-id"),
                    call.getRequestHeaders().getFirst("webhook-timestamp"),
                    call.getRequestHeaders().getFirst("webhook-signature"));
            boolean good = signature.verifies(secret, body, this.now) && this.does.equals("takes");
            got.add(call.getRequestHeaders().getFirst("webhook-id") + " " + good);
            Matcher rows = Pattern.compile("\"sequence\":(\\d+)").matcher(new String(body, StandardCharsets.UTF_8));
            while (good && rows.find()) {
                this.taken.add(Long.parseLong(rows.group(1)));
            }
            call.sendResponseHeaders(good ? 204 : 302, -1);
            call.close();
        });
        server.start();
        Target webhook = new WebhookTarget(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
                secret, Duration.ofSeconds(10), clock());
        this.schema.rows(600);
        this.schema.seal();
        this.does = "leads elsewhere";
        passOn(webhook);
        assertThat(this.store.place("webhook").orElseThrow().problem()).isEqualTo("answer 302");
        this.does = "takes";
        this.now = this.now.plusSeconds(20);
        webhook = new WebhookTarget(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"), secret,
                Duration.ofSeconds(10), clock());
        passOn(webhook);
        assertThat(got).containsExactly("audit-0-0-499 false", "audit-0-0-499 true", "audit-0-500-599 true");
        assertThat(this.taken).containsExactlyElementsOf(LongStream.rangeClosed(1, 600).boxed().toList());
        server.stop(0);
    }

    private void passOn(Target target) {
        new AuditStream(List.of(target), this.store, this.schema.log(), clock()).passOn();
    }

    private Clock clock() {
        return Clock.fixed(this.now, ZoneOffset.UTC);
    }

    private Target syslog(SSLServerSocket server, String host) {
        return new SyslogTarget(InetSocketAddress.createUnresolved(host, server.getLocalPort()),
                this.folder.resolve("issuer.pem"), "slipway.example", Duration.ofSeconds(2));
    }

    private SSLServerSocket server(String name) throws Exception {
        KeyPair key = KeyPairGenerator.getInstance("EC").generateKeyPair();
        X500Name subject = new X500Name("CN=" + name);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(subject, BigInteger.ONE,
                new Date(System.currentTimeMillis() - 86_400_000L), new Date(System.currentTimeMillis() + 86_400_000L),
                subject, key.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.subjectAlternativeName, false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
        Certificate certificate = new JcaX509CertificateConverter()
            .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
        try (Writer out = Files.newBufferedWriter(this.folder.resolve("issuer.pem"));
                JcaPEMWriter pem = new JcaPEMWriter(out)) {
            pem.writeObject(certificate);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key.getPrivate(), new char[0], new Certificate[] { certificate });
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getByName("localhost"));
        Thread thread = new Thread(() -> serve(server), "syslog");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private void serve(SSLServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> serve((SSLSocket) socket), "syslog-connection");
                thread.setDaemon(true);
                thread.start();
            }
            catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(SSLSocket socket) {
        String fault = this.does;
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int most = fault.equals("takes") ? Integer.MAX_VALUE : 40;
            for (int count = 0; count < most; count++) {
                byte[] message = message(in);
                if (message == null) {
                    return;
                }
                Matcher parts = MESSAGE.matcher(new String(message, StandardCharsets.UTF_8));
                assertThat(parts.matches()).as(new String(message, StandardCharsets.UTF_8)).isTrue();
                assertThat(parts.group(2)).contains("\"sequence\":" + parts.group(1) + ",");
                this.taken.add(Long.parseLong(parts.group(1)));
            }
            if (fault.equals("hangs")) {
                Thread.currentThread().join(60_000);
            }
            if (fault.equals("resets")) {
                socket.setSoLinger(true, 0);
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] message(DataInputStream in) throws IOException {
        int length = 0;
        for (int next = in.read(); next != ' '; next = in.read()) {
            if (next < 0) {
                return null;
            }
            length = length * 10 + next - '0';
        }
        byte[] message = new byte[length];
        in.readFully(message);
        return message;
    }

}
