package io.slipway.audit.chain;

import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;

import com.sun.net.httpserver.HttpServer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A time authority, which is one of RFC 3161, says when a checkpoint was there; openssl
 * verifies it, where there is one, and nothing else is taken for a token.
 */
class TimestampTests {

    private final OwnSchema schema = new OwnSchema("237-witnesses.sql");

    private final ChainStore store = new ChainStore(this.schema.jdbc());

    private final AnchorStore anchors = new AnchorStore(this.schema.jdbc());

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-30T10:00:00Z");

    private KeyPair issuerKey;

    private X509CertificateHolder issuer;

    private KeyPair key;

    private X509CertificateHolder certificate;

    private HttpServer server;

    private String says = "token";

    @BeforeEach
    void start() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        this.issuerKey = keys.generateKeyPair();
        this.issuer = certificate("CN=Root", this.issuerKey, true);
        this.key = keys.generateKeyPair();
        this.certificate = certificate("CN=Time", this.key, false);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.server.createContext("/", (call) -> {
            byte[] body = answer(call.getRequestBody().readAllBytes());
            call.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            call.sendResponseHeaders(this.says.equals("busy") ? 503 : 200, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        this.server.start();
        this.schema.rows(300);
        new Sealing(this.store,
                new RecordKeys("example.org/slipway",
                        List.of(SigningKey.read(SigningKey.make(), "example.org/slipway")), List.of(),
                        Duration.ofMinutes(1), null),
                clock(), new JdbcTransactionManager(this.schema.source()))
            .seal();
    }

    @AfterEach
    void end() {
        this.server.stop(0);
    }

    @Test
    void keepsATokenThatOthersVerify() throws Exception {
        stamp(this.issuer);
        AnchorStore.Stamped stamped = this.anchors.newestStamp().orElseThrow();
        assertThat(stamped.size()).isEqualTo(300);
        this.says = "busy";
        this.now = this.now.plus(Duration.ofHours(23));
        stamp(this.issuer);
        assertThat(this.anchors.standing(Timestamping.AUTHORITY).orElseThrow().problem()).as("once a day").isNull();

        Path data = Files.writeString(this.folder.resolve("checkpoint.txt"), SignedNote.parse(stamped.note()).text());
        Path token = Files.write(this.folder.resolve("checkpoint.tsr"), stamped.answer());
        if (Files.isExecutable(Path.of("/usr/bin/openssl"))) {
            assertThat(openssl(data, token)).contains("Verification: OK");
            Files.writeString(data, "another text\n");
            assertThat(openssl(data, token)).contains("Verification: FAILED");
        }
    }

    @Test
    void takesNothingElseForAToken() throws Exception {
        for (String said : List.of("busy", "nonsense", "other", "again")) {
            this.says = said;
            stamp(this.issuer);
            assertThat(this.anchors.newestStamp()).as(said).isEmpty();
            assertThat(this.anchors.standing(Timestamping.AUTHORITY).orElseThrow().problem()).as(said).isNotNull();
            this.now = this.now.plus(Duration.ofHours(2));
        }
        this.says = "token";
        KeyPair stranger = KeyPairGenerator.getInstance("EC").generateKeyPair();
        KeyPair before = this.issuerKey;
        this.issuerKey = stranger;
        X509CertificateHolder strangers = certificate("CN=Root", stranger, true);
        this.issuerKey = before;
        stamp(strangers);
        assertThat(this.anchors.standing(Timestamping.AUTHORITY).orElseThrow().problem()).isEqualTo("key");
        this.now = this.now.plus(Duration.ofHours(2));
        stamp(this.certificate);
        assertThat(this.anchors.newestStamp()).as("its own certificate is trusted").isPresent();
    }

    private void stamp(X509CertificateHolder trusted) throws IOException {
        Timestamps authority = new Timestamps(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()),
                pem(trusted), Duration.ofSeconds(10));
        new Timestamping(this.anchors, this.store, authority, Duration.ofDays(1), clock()).stamp();
    }

    private byte[] answer(byte[] asked) throws IOException {
        try {
            if (this.says.equals("nonsense")) {
                return "no token".getBytes(StandardCharsets.UTF_8);
            }
            TimeStampRequest request = new TimeStampRequest(asked);
            if (this.says.equals("other")) {
                TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
                requests.setCertReq(true);
                request = requests.generate(TSPAlgorithms.SHA256, new byte[32], request.getNonce());
            }
            if (this.says.equals("again")) {
                TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
                requests.setCertReq(true);
                request = requests.generate(TSPAlgorithms.SHA256, request.getMessageImprintDigest(), BigInteger.ONE);
            }
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", this.key.getPrivate(),
                            this.certificate),
                    new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    new ASN1ObjectIdentifier("1.2.3.4.1"));
            tokens.addCertificates(new CollectionStore<>(List.of(this.certificate)));
            return new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256.getId()))
                .generate(request, BigInteger.TEN, new Date())
                .getEncoded();
        }
        catch (Exception ex) {
            throw new IOException(ex);
        }
    }

    private X509CertificateHolder certificate(String name, KeyPair pair, boolean authority) throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name("CN=Root"), BigInteger.ONE,
                new Date(System.currentTimeMillis() - 86_400_000L), new Date(System.currentTimeMillis() + 86_400_000L),
                new X500Name(name), pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!authority) {
            builder.addExtension(Extension.extendedKeyUsage, true,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(this.issuerKey.getPrivate()));
    }

    private Path pem(X509CertificateHolder one) throws IOException {
        Path file = this.folder.resolve("trusted.pem");
        try (Writer out = Files.newBufferedWriter(file); JcaPEMWriter pem = new JcaPEMWriter(out)) {
            pem.writeObject(one);
        }
        return file;
    }

    private String openssl(Path data, Path token) throws Exception {
        Process process = new ProcessBuilder("/usr/bin/openssl", "ts", "-verify", "-data", data.toString(), "-in",
                token.toString(), "-CAfile", this.folder.resolve("trusted.pem").toString())
            .redirectErrorStream(true)
            .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Clock clock() {
        return Clock.fixed(this.now, ZoneOffset.UTC);
    }

}
