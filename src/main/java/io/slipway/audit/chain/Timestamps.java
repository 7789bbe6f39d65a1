package io.slipway.audit.chain;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;

import org.apache.commons.codec.digest.DigestUtils;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

import org.springframework.http.MediaType;

/**
 * An authority outside that says when a text was there (RFC 3161).
 */
final class Timestamps {

    private static final MediaType QUERY = MediaType.parseMediaType("application/timestamp-query");

    private final URI address;

    private final X509CertificateHolder trusted;

    private final Outside outside;

    private final SecureRandom random = new SecureRandom();

    /**
     * An authority.
     * @param certificate its certificate, or that of who issued it, as PEM
     */
    Timestamps(URI address, Path certificate, Duration patience) {
        this.address = address;
        this.trusted = read(certificate);
        this.outside = new Outside(patience);
    }

    private static X509CertificateHolder read(Path certificate) {
        try (Reader file = Files.newBufferedReader(certificate); PEMParser pem = new PEMParser(file)) {
            if (pem.readObject() instanceof X509CertificateHolder holder) {
                return holder;
            }
            throw new IllegalStateException("No certificate in " + certificate);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The certificate of the time authority cannot be read", ex);
        }
    }

    /**
     * Asks when a text was there.
     * @return the answer, which is about this very text and signed by the authority
     * @throws IllegalArgumentException if it is not
     */
    Stamp of(String text) {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        TimeStampRequest request = requests.generate(TSPAlgorithms.SHA256,
                DigestUtils.sha256(text.getBytes(StandardCharsets.UTF_8)), new BigInteger(63, this.random));
        try {
            Outside.Answer answer = this.outside.post(this.address, QUERY, request.getEncoded());
            if (answer.status() != 200) {
                throw new IllegalArgumentException("answer " + answer.status());
            }
            TimeStampResponse response = new TimeStampResponse(answer.body());
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new IllegalArgumentException("refused");
            }
            verify(token);
            return new Stamp(answer.body(), token.getTimeStampInfo().getGenTime().toInstant());
        }
        catch (TSPException | IOException ex) {
            throw new IllegalArgumentException("nonsense", ex);
        }
    }

    /** It is signed by the trusted certificate, or by one that the trusted one issued. */
    private void verify(TimeStampToken token) throws TSPException {
        for (X509CertificateHolder signer : token.getCertificates().getMatches(null)) {
            try {
                if (token.getSID().match(signer) && (signer.equals(this.trusted)
                        || signer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(this.trusted)))) {
                    SignerInformationVerifier verifier = new JcaSimpleSignerInfoVerifierBuilder().build(signer);
                    token.validate(verifier);
                    return;
                }
            }
            catch (OperatorCreationException | CertificateException | CertException ex) {
                throw new IllegalArgumentException("nonsense", ex);
            }
        }
        throw new IllegalArgumentException("key");
    }

    /**
     * What the authority said.
     *
     * @param answer its answer, as it came
     */
    record Stamp(byte[] answer, Instant at) {
    }

}
