package io.slipway.identity.guessing;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import io.slipway.sql.Clause;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Browsers in which a person signed in before: their attempts are counted apart, so that
 * nobody elsewhere can make them wait. A cookie for each person holds a secret; the
 * database has its hash only. It opens nothing without the password.
 */
@Component
@Transactional
public class KnownDevices {

    /** What the names of the cookies begin with. */
    public static final String COOKIE = "slipway-device-";

    private static final Duration KNOWN_FOR = Duration.ofDays(180);

    private static final int BYTES = 32;

    private static final int NAME_LENGTH = 16;

    private static final int MOST = 20;

    private final SecureRandom random = new SecureRandom();

    private final JdbcClient jdbc;

    private final Clock clock;

    KnownDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Where an attempt comes from.
     * @param cookies what the browser sent, by name
     * @param address the client's address
     * @return the device if the person is known to use it, the address otherwise
     */
    @Transactional(readOnly = true)
    public Origin place(String userName, Map<String, String> cookies, String address) {
        return find(userName, cookies).map(Origin::device).orElseGet(() -> Origin.address(address));
    }

    /**
     * Knows a device from now on, after a sign-in there.
     * @param cookies what the browser sent, by name
     * @param request the request, which says whether the connection is secure
     */
    public void remember(String userName, Map<String, String> cookies, HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Long> known = find(userName, cookies);
        Instant now = this.clock.instant();
        String secret = known.map((id) -> cookies.get(cookie(userName))).orElseGet(this::secret);
        if (known.isPresent()) {
            Clause.update("known_devices", "last_used_at", now)
                .where(Clause.equal("id", known.get()))
                .on(this.jdbc)
                .update();
        }
        else {
            Clause
                .insert("known_devices", "user_name", userName, "secret_hash", DigestUtils.sha256Hex(secret),
                        "created_at", now, "last_used_at", now)
                .on(this.jdbc)
                .update();
            this.jdbc.sql("""
                    delete from known_devices where user_name = :name and id not in (select id from (
                        select id from known_devices where user_name = :name
                         order by last_used_at desc, id desc limit :most) newest)""")
                .param("name", userName)
                .param("most", MOST)
                .update();
        }
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookie(userName), secret)
                    .path(request.getContextPath() + "/sign-in")
                    .maxAge(KNOWN_FOR)
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build()
                    .toString());
    }

    /** Forgets all devices of a person. */
    public void forget(String userName) {
        this.jdbc.sql("delete from known_devices where user_name = :name").param("name", userName).update();
    }

    /** Forgets devices that nobody used for long. */
    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT3M")
    void purge() {
        this.jdbc.sql("delete from known_devices where last_used_at < :oldest").param("oldest", oldest()).update();
    }

    private Optional<Long> find(String userName, Map<String, String> cookies) {
        String secret = cookies.get(cookie(userName));
        return (secret == null) ? Optional.empty()
                : this.jdbc
                    .sql("select id from known_devices where user_name = :name and secret_hash = :hash "
                            + "and last_used_at > :oldest")
                    .param("name", userName)
                    .param("hash", DigestUtils.sha256Hex(secret))
                    .param("oldest", oldest())
                    .query(Long.class)
                    .optional();
    }

    private String secret() {
        byte[] bytes = new byte[BYTES];
        this.random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Instant oldest() {
        return this.clock.instant().minus(KNOWN_FOR);
    }

    private static String cookie(String userName) {
        return COOKIE + DigestUtils.sha256Hex(userName).substring(0, NAME_LENGTH);
    }

}
