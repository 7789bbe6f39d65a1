package io.slipway.identity.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down, by account and by address, on every node alike: each attempt is
 * written down before the password is looked at, so that many at once gain nothing.
 */
@Component
public class SignInThrottle {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final JdbcClient database;

    private final SignInProperties properties;

    private final Clock clock;

    SignInThrottle(JdbcClient database, SignInProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Writes an attempt down. It counts as a failure unless it is cleared.
     * @param account the account as typed, lower case
     * @param address the client's address
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void begin(String account, String address) {
        this.database.sql("insert into sign_in_attempts (account, address, attempted_at) values (?, ?, ?)")
            .params(account, network(address), utc(this.clock.instant()))
            .update();
    }

    /**
     * Decides whether an attempt that was begun may go on; otherwise takes it back, so
     * that waiting time is not prolonged by trying.
     * @param account the account as typed, lower case
     * @param address the client's address
     * @return when to try again, if the attempt has to wait
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Instant> waitUntil(String account, String address) {
        Optional<Instant> until = Optional.empty();
        Optional<Instant> byAccount = limit("account", account, this.properties.accountFailures());
        Optional<Instant> byAddress = limit("address", network(address), this.properties.addressFailures());
        if (byAccount.isPresent() || byAddress.isPresent()) {
            until = Optional.of(later(byAccount.orElse(Instant.MIN), byAddress.orElse(Instant.MIN)));
            this.database.sql("delete from sign_in_attempts where account = ? and address = ? order by id desc limit 1")
                .params(account, network(address))
                .update();
        }
        return until;
    }

    /**
     * Tells whether the next attempt of an account will have to wait.
     * @param account the account
     * @return whether its failures have reached the limit
     */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    boolean exhausted(String account) {
        return limit("account", account, this.properties.accountFailures() - 1).isPresent();
    }

    /**
     * Forgives the failures of an account that has signed in; those of the address stay.
     * @param account the account
     * @param address the client's address
     */
    @Transactional
    public void clear(String account, String address) {
        this.database.sql("delete from sign_in_attempts where account = ? and address = ? order by id desc limit 1")
            .params(account, network(address))
            .update();
        this.database.sql("update sign_in_attempts set account = null where account = ?").param(account).update();
    }

    /** Forgets attempts that no longer count. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    @Transactional
    void purge() {
        this.database.sql("delete from sign_in_attempts where attempted_at < ?").param(utc(windowStart())).update();
    }

    private Optional<Instant> limit(String column, String value, int failures) {
        return this.database
            .sql("select attempted_at from sign_in_attempts where " + column
                    + " = ? and attempted_at > ? order by attempted_at desc limit 1 offset " + failures)
            .params(value, utc(windowStart()))
            .query(LocalDateTime.class)
            .optional()
            .map((counted) -> counted.toInstant(ZoneOffset.UTC).plus(this.properties.window()));
    }

    private Instant windowStart() {
        return this.clock.instant().minus(this.properties.window());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** One IPv6 client has a whole network of addresses, so they count together. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address.substring(0, Math.min(address.length(), 60));
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            if (parsed instanceof Inet6Address) {
                return HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_NETWORK_BYTES)) + "/64";
            }
            return parsed.getHostAddress();
        }
        catch (UnknownHostException ex) {
            return "unknown";
        }
    }

}
