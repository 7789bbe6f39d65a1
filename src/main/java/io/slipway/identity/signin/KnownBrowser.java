package io.slipway.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells who has signed in with a browser lately, once the session has ended. It opens
 * nothing: it only says whose unsent form is worth keeping.
 */
@Component
public class KnownBrowser {

    private static final String COOKIE = "slipway-browser";

    private static final Duration LIFE = Duration.ofDays(14);

    private static final Pattern VALUE = Pattern.compile("(([a-z0-9._-]{1,50}):([0-9]{1,12})):([0-9a-f]{64})");

    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;

    private final Clock clock;

    private byte @Nullable [] key;

    KnownBrowser(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Has the browser remember who signed in with it. */
    void remember(String userName, HttpServletRequest request, HttpServletResponse response) {
        String said = userName + ":" + this.clock.instant().plus(LIFE).getEpochSecond();
        BrowserCookie.set(COOKIE, said + ":" + signature(said), LIFE, request, response);
    }

    /** Has the browser forget it: whoever signs out leaves nothing behind. */
    void forget(HttpServletRequest request, HttpServletResponse response) {
        BrowserCookie.forget(COOKIE, request, response);
    }

    /** Who signed in last with the browser, if it was lately and nobody signed out. */
    public Optional<String> person(HttpServletRequest request) {
        Matcher value = VALUE.matcher(BrowserCookie.value(COOKIE, request));
        if (!value.matches() || !isEqual(signature(value.group(1)), value.group(4))
                || Instant.ofEpochSecond(Long.parseLong(value.group(3))).isBefore(this.clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(value.group(2));
    }

    private String signature(String said) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key()).hmacHex(said);
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII),
                other.getBytes(StandardCharsets.US_ASCII));
    }

    /** The same on every node: whoever is first makes it. */
    private synchronized byte[] key() {
        if (this.key == null) {
            byte[] made = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(made);
            this.jdbc.sql("insert ignore into signing_keys (purpose, secret) values (:purpose, :secret)")
                .param("purpose", COOKIE)
                .param("secret", made)
                .update();
            this.key = this.jdbc.sql("select secret from signing_keys where purpose = :purpose")
                .param("purpose", COOKIE)
                .query(byte[].class)
                .single();
        }
        return this.key;
    }

}
