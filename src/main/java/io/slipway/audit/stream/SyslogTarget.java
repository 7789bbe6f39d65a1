package io.slipway.audit.stream;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

import io.slipway.audit.chain.LogRows.LogRow;
import org.jspecify.annotations.Nullable;

/**
 * A server for syslog (RFC 5424) over TLS with counted octets (RFC 5425). The protocol
 * has no receipt, so each batch has a connection of its own, which we end first: a server
 * that read everything ends it in order, one that lost something resets it.
 */
final class SyslogTarget implements Target {

    /** Log audit, informational. */
    private static final int PRIORITY = 13 * 8 + 6;

    /** The sequence id of RFC 5424 begins again behind this. */
    private static final long SEQUENCES = Integer.MAX_VALUE;

    private static final int LONGEST_ID = 32;

    /** Milliseconds in which a server that ends early is noticed. */
    private static final int GRACE = 100;

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
        .withZone(ZoneOffset.UTC);

    private final InetSocketAddress address;

    private final SSLContext trust;

    private final String host;

    private final int patience;

    /**
     * A server.
     * @param host the name of this portal
     * @param certificate who issued the server's certificate; null for whom Java trusts
     */
    SyslogTarget(InetSocketAddress address, @Nullable Path certificate, String host, Duration patience) {
        this.address = address;
        this.trust = trust(certificate);
        this.host = host;
        this.patience = (int) patience.toMillis();
    }

    private static SSLContext trust(@Nullable Path certificate) {
        try {
            if (certificate == null || certificate.toString().isBlank()) {
                return SSLContext.getDefault();
            }
            KeyStore issuers = KeyStore.getInstance(KeyStore.getDefaultType());
            issuers.load(null, null);
            try (InputStream pem = Files.newInputStream(certificate)) {
                for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                    issuers.setCertificateEntry(Integer.toString(issuers.size()), one);
                }
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(issuers);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        }
        catch (GeneralSecurityException | IOException ex) {
            throw new IllegalStateException("The certificate of the syslog server cannot be read", ex);
        }
    }

    @Override
    public String name() {
        return "syslog";
    }

    @Override
    public void take(List<LogRow> rows, int generation) throws IOException {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(this.address.getHostString(), this.address.getPort()), this.patience);
            plain.setSoTimeout(this.patience);
            SSLSocket secure = (SSLSocket) this.trust.getSocketFactory()
                .createSocket(plain, this.address.getHostString(), this.address.getPort(), false);
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] { "TLSv1.3", "TLSv1.2" });
            secure.setSSLParameters(parameters);
            OutputStream out = new BufferedOutputStream(secure.getOutputStream());
            for (LogRow row : rows) {
                byte[] message = message(row);
                out.write((message.length + " ").getBytes(StandardCharsets.US_ASCII));
                out.write(message);
            }
            out.flush();
            stays(secure);
            secure.shutdownOutput();
            drain(secure.getInputStream());
            plain.shutdownOutput();
            drain(plain.getInputStream());
        }
    }

    /** A server that ends before we do has perhaps not read everything. */
    private void stays(SSLSocket secure) throws IOException {
        secure.setSoTimeout(GRACE);
        try {
            if (secure.getInputStream().read() < 0) {
                throw new IOException("The server ended the connection before it had everything");
            }
        }
        catch (SocketTimeoutException waits) {
            // As it should: nothing comes from a syslog server.
        }
        secure.setSoTimeout(this.patience);
    }

    /** Waits until the server has ended, too; a reset is thrown. */
    private static void drain(InputStream in) throws IOException {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        }
        catch (EOFException ended) {
            // A server may end without saying so in TLS: what counts is how TCP ends.
        }
    }

    private byte[] message(LogRow row) {
        String head = "<%d>1 %s %s slipway - %s [meta sequenceId=\"%d\"] ".formatted(PRIORITY, MILLIS.format(row.at()),
                this.host, id(row.action()), row.index() % SEQUENCES + 1);
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[start.length + row.json().length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(row.json(), 0, whole, start.length, row.json().length);
        return whole;
    }

    private static String id(String action) {
        String printable = action.replaceAll("[^!-~]", "_");
        return (printable.length() <= LONGEST_ID) ? printable : printable.substring(0, LONGEST_ID);
    }

}
