package io.slipway.identity.guessing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down on every node alike, without letting anybody lock others out: each
 * attempt is written down before the password is looked at, so that many at once gain
 * nothing.
 * <p>
 * Failures count by account and place, and by address. Those of an account from
 * everywhere make each new place wait once, for seconds: whoever waited is judged then,
 * however many others fail meanwhile. Places of the person's own know only their own
 * failures.
 */
@Component
@EnableConfigurationProperties(GuessingProperties.class)
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class SignInThrottle {

    private static final String FAILURES = "sign_in_attempts where admits_at is null and attempted_at > ?";

    private final JdbcClient jdbc;

    private final GuessingProperties properties;

    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, GuessingProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Writes an attempt down. It counts as a failure unless it succeeds.
     * @param account the account as typed, lower case
     * @param place where it comes from
     * @return the attempt
     */
    public Attempt begin(String account, Place place) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        this.jdbc.sql("insert into sign_in_attempts (account, address, attempted_at) values (?, ?, ?)")
            .params(account, place.name(), utc(this.clock.instant()))
            .update(key);
        return new Attempt(key.getKeyAs(Number.class).longValue(), account, place);
    }

    /**
     * Decides whether an attempt may go on; otherwise takes it back, so that waiting time
     * is not prolonged by trying.
     * @param attempt the attempt
     * @return when to try again, if it has to wait
     */
    public Optional<Instant> waitUntil(Attempt attempt) {
        Place place = attempt.place();
        Optional<Instant> until = limit(this.properties.placeFailures(), "and account = ? and address = ?",
                attempt.account(), place.name());
        if (until.isEmpty() && !place.own()) {
            until = limit(this.properties.addressFailures(), "and address = ?", place.name());
        }
        if (until.isPresent()) {
            remove(attempt);
            return until;
        }
        int failures = place.own() ? 0 : failures(attempt.account()) - 1;
        return (failures < this.properties.accountFailures()) ? Optional.empty()
                : waitOnce(attempt, this.properties.delay(failures));
    }

    /**
     * Tells how the failures of an account stand after one more.
     * @param attempt the attempt that failed
     * @return whether its place now has to wait, and how many there were from everywhere
     */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    public Failures failed(Attempt attempt) {
        boolean waits = limit(this.properties.placeFailures() - 1, "and account = ? and address = ?", attempt.account(),
                attempt.place().name())
            .isPresent();
        int failures = failures(attempt.account());
        return new Failures(waits, failures, failures >= this.properties.accountFailures());
    }

    /**
     * Forgives the failures of an account at the place where it succeeded, which is let
     * try at once next time, too; those of others stay.
     * @param attempt the attempt that succeeded
     */
    @Transactional
    public void succeeded(Attempt attempt) {
        this.jdbc.sql("delete from sign_in_attempts where account = ? and address = ? and id <> ?")
            .params(attempt.account(), attempt.place().name(), attempt.id())
            .update();
        admit(attempt, this.clock.instant());
    }

    /** Forgets attempts that no longer count. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    @Transactional
    void purge() {
        this.jdbc.sql("delete from sign_in_attempts where attempted_at < ?").param(utc(windowStart())).update();
    }

    Instant windowStart() {
        return this.clock.instant().minus(this.properties.window());
    }

    private Optional<Instant> waitOnce(Attempt attempt, Duration delay) {
        Instant now = this.clock.instant();
        Optional<Instant> turn = this.jdbc.sql("""
                select max(admits_at) from sign_in_attempts
                 where account = ? and address = ? and attempted_at > ?""")
            .params(attempt.account(), attempt.place().name(), utc(windowStart()))
            .query(LocalDateTime.class)
            .optional()
            .map((at) -> at.toInstant(ZoneOffset.UTC));
        if (turn.isEmpty()) {
            Instant until = now.plus(delay);
            admit(attempt, until);
            return Optional.of(until);
        }
        if (turn.get().isAfter(now)) {
            remove(attempt);
            return turn;
        }
        boolean first = this.jdbc
            .sql("delete from sign_in_attempts where account = ? and address = ? and admits_at is not null")
            .params(attempt.account(), attempt.place().name())
            .update() > 0;
        return first ? Optional.empty() : waitOnce(attempt, delay);
    }

    private void admit(Attempt attempt, Instant from) {
        this.jdbc.sql("update sign_in_attempts set admits_at = ? where id = ?")
            .params(utc(from), attempt.id())
            .update();
    }

    private void remove(Attempt attempt) {
        this.jdbc.sql("delete from sign_in_attempts where id = ?").param(attempt.id()).update();
    }

    private int failures(String account) {
        return this.jdbc.sql("select count(*) from " + FAILURES + " and account = ?")
            .params(utc(windowStart()), account)
            .query(Integer.class)
            .single();
    }

    private Optional<Instant> limit(int failures, String where, String... values) {
        List<Object> parameters = new ArrayList<>(List.of(utc(windowStart())));
        parameters.addAll(List.of(values));
        return this.jdbc
            .sql("select attempted_at from " + FAILURES + " " + where + " order by attempted_at desc limit 1 offset "
                    + failures)
            .params(parameters)
            .query(LocalDateTime.class)
            .optional()
            .map((counted) -> counted.toInstant(ZoneOffset.UTC).plus(this.properties.window()));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /**
     * How the failures of an account stand.
     *
     * @param waits whether the place has to wait before the next attempt
     * @param count how many failed from everywhere within the window
     * @param guessed whether that is more than one forgets
     */
    public record Failures(boolean waits, int count, boolean guessed) {
    }

}
