package io.slipway.input;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The signature is that of the specification's example, and nothing else is.
 */
class WebhookSignatureTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    private static final String RIGHT = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static final Instant SENT = Instant.ofEpochSecond(1614265330);

    @Test
    void isThatOfTheExample() {
        assertThat(verifies("1614265330", RIGHT, BODY, SENT)).isTrue();
        assertThat(verifies("1614265330", "v1,AAAA v1a,BBBB " + RIGHT, BODY, SENT.plusSeconds(299))).isTrue();
    }

    @Test
    void isNoneOfAnotherTimeBodyIdOrSecret() {
        assertThat(verifies("1614265330", RIGHT, BODY, SENT.plusSeconds(301))).isFalse();
        assertThat(verifies("1614265330", RIGHT, BODY, SENT.minusSeconds(301))).isFalse();
        assertThat(verifies("1614265331", RIGHT, BODY, SENT)).isFalse();
        assertThat(verifies("1614265330", RIGHT, new byte[0], SENT)).isFalse();
        assertThat(verifies("1614265330", "", BODY, SENT)).isFalse();
        assertThat(verifies("now", RIGHT, BODY, SENT)).isFalse();
        assertThat(verifies("99999999999", RIGHT, BODY, SENT)).isFalse();
        assertThat(new WebhookSignature("other", "1614265330", RIGHT).verifies(SECRET, BODY, SENT)).isFalse();
        assertThat(new WebhookSignature("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", RIGHT).verifies("whsec_AAAA",
                BODY, SENT))
            .isFalse();
    }

    private static boolean verifies(String timestamp, String signatures, byte[] body, Instant now) {
        return new WebhookSignature("msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp, signatures).verifies(SECRET, body, now);
    }

}
