package io.slipway.api;

import java.nio.charset.StandardCharsets;

import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A body's digest does not depend on the boundary that a tool chose, nor on how the body
 * arrives.
 */
class BodyDigestTests {

    @Test
    void isThatOfTheBodyIfItHasNoParts() {
        assertThat(digest("application/xml", "<a>--x</a>", 3)).isEqualTo(DigestUtils.sha256Hex("<a>--x</a>"));
        assertThat(digest(null, "", 1)).isEqualTo(DigestUtils.sha256Hex(""));
    }

    @Test
    void passesOverTheBoundary() {
        String text = "%s\r\nfirst --%s\r\n-------a%s--";
        for (String boundary : new String[] { "part", "------------------------d74496d6", "aabaabaac", "----" }) {
            String body = text.formatted(boundary, boundary, boundary);
            for (int piece : new int[] { 1, 3, 1000 }) {
                assertThat(digest("multipart/form-data; boundary=\"" + boundary + "\"", body, piece))
                    .as(boundary + " in pieces of " + piece)
                    .isEqualTo(DigestUtils.sha256Hex(body.replace(boundary, "")));
            }
        }
    }

    @Test
    void findsABoundaryAfterItsOwnBeginning() {
        assertThat(digest("multipart/form-data; boundary=aabaac", "xaabaabaac aaba", 2))
            .isEqualTo(DigestUtils.sha256Hex("xaab aaba"));
    }

    @Test
    void takesAnyContentType() {
        for (String type : new String[] { "multipart/form-data", "multipart/;;", "multipart/form-data; boundary=" }) {
            assertThat(digest(type, "body", 1)).isEqualTo(DigestUtils.sha256Hex("body"));
        }
    }

    private static String digest(String type, String body, int piece) {
        BodyDigest digest = new BodyDigest(type);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += piece) {
            digest.update(bytes, at, Math.min(piece, bytes.length - at));
        }
        return digest.hex();
    }

}
