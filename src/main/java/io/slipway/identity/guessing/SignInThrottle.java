package io.slipway.identity.guessing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.slipway.sql.Clause;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
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
     */
    public Attempt begin(String account, Origin place) {
        long id = Clause
            .insert("sign_in_attempts", "account", account, "address", place.name(), "attempted_at",
                    this.clock.instant())
            .insertedBy(this.jdbc);
        return new Attempt(id, account, place);
    }

    /**
     * Decides whether an attempt may go on; otherwise takes it back, so that waiting time
     * is not prolonged by trying.
     * @return when to try again, if it has to wait
     */
    public Optional<Instant> waitUntil(Attempt attempt) {
        Origin place = attempt.place();
        Optional<Instant> until = limit(this.properties.placeFailures(), at(attempt));
        if (until.isEmpty() && !place.own()) {
            until = limit(this.properties.addressFailures(), Clause.equal("address", place.name()));
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
     * @return whether its place now has to wait, and how many there were from everywhere
     */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    public Failures failed(Attempt attempt) {
        boolean waits = limit(this.properties.placeFailures() - 1, at(attempt)).isPresent();
        int failures = failures(attempt.account());
        return new Failures(waits, failures, failures >= this.properties.accountFailures());
    }

    /**
     * Forgives the failures of an account at the place where it succeeded, which is let
     * try at once next time, too; those of others stay.
     */
    @Transactional
    public void succeeded(Attempt attempt) {
        delete(at(attempt).and("id <> :id", "id", attempt.id()));
        admit(attempt, this.clock.instant());
    }

    /** Forgets attempts that no longer count. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    @Transactional
    void purge() {
        delete(Clause.of("attempted_at < :start", "start", windowStart()));
    }

    Instant windowStart() {
        return this.clock.instant().minus(this.properties.window());
    }

    private Optional<Instant> waitOnce(Attempt attempt, Duration delay) {
        Instant now = this.clock.instant();
        Optional<Instant> turn = Clause.of("select max(admits_at) from sign_in_attempts")
            .where(at(attempt).and(counting()))
            .on(this.jdbc)
            .query(Instant.class)
            .optional();
        if (turn.isEmpty()) {
            Instant until = now.plus(delay);
            admit(attempt, until);
            return Optional.of(until);
        }
        if (turn.get().isAfter(now)) {
            remove(attempt);
            return turn;
        }
        boolean first = delete(at(attempt).and("admits_at is not null")) > 0;
        return first ? Optional.empty() : waitOnce(attempt, delay);
    }

    private void admit(Attempt attempt, Instant from) {
        Clause.update("sign_in_attempts", "admits_at", from)
            .where(Clause.equal("id", attempt.id()))
            .on(this.jdbc)
            .update();
    }

    private void remove(Attempt attempt) {
        delete(Clause.equal("id", attempt.id()));
    }

    private int delete(Clause which) {
        return Clause.of("delete from sign_in_attempts").where(which).on(this.jdbc).update();
    }

    private int failures(String account) {
        return Clause.of("select count(*) from sign_in_attempts")
            .where(counting().and("admits_at is null").and("account = :account", "account", account))
            .on(this.jdbc)
            .query(Integer.class)
            .single();
    }

    private Optional<Instant> limit(int failures, Clause which) {
        return Clause.of("select attempted_at from sign_in_attempts")
            .where(counting().and("admits_at is null").and(which))
            .append(" order by attempted_at desc limit 1 offset " + failures)
            .on(this.jdbc)
            .query(Instant.class)
            .optional()
            .map((counted) -> counted.plus(this.properties.window()));
    }

    private Clause counting() {
        return Clause.of("attempted_at > :start", "start", windowStart());
    }

    /** An account may be anything that somebody typed, also nothing. */
    private static Clause at(Attempt attempt) {
        return Clause.of("account = :account", "account", attempt.account())
            .and("address = :address", "address", attempt.place().name());
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
