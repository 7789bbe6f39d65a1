package io.slipway.input;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * The signature of Standard Webhooks: HMAC-SHA256 over id, time and body. Its library for
 * Java is not kept, and it is this much.
 *
 * @param id the message's id, the same when it is sent again
 * @param timestamp when it was sent, in seconds
 * @param signatures signatures, one for each secret in use, with a space between them
 */
public record WebhookSignature(String id, String timestamp, String signatures) {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String PREFIX = "whsec_";

    private static final String VERSION = "v1,";

    /**
     * Verifies the signature.
     * @return whether one signature is right, and sent within five minutes from now: an
     * older one could have been overheard
     */
    public boolean verifies(String secret, byte[] body, Instant now) {
        if (!this.timestamp.matches("[0-9]{1,11}")
                || Duration.between(Instant.ofEpochSecond(Long.parseLong(this.timestamp)), now)
                    .abs()
                    .compareTo(TOLERANCE) > 0) {
            return false;
        }
        byte[] expected = of(secret, this.id, this.timestamp, body).getBytes(StandardCharsets.US_ASCII);
        return Arrays.stream(this.signatures.split(" "))
            .map((one) -> one.getBytes(StandardCharsets.US_ASCII))
            .reduce(false, (right, one) -> right | MessageDigest.isEqual(expected, one), Boolean::logicalOr);
    }

    /** The signature of a message. */
    public static String of(String secret, String id, String timestamp, byte[] body) {
        byte[] key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        byte[] head = (id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8);
        byte[] signed = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, signed, head.length, body.length);
        return VERSION
                + Base64.getEncoder().encodeToString(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(signed));
    }

}
