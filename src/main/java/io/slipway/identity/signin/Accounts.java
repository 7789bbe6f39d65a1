package io.slipway.identity.signin;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.Actor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.identity.SignedInPerson;
import io.slipway.identity.guessing.Attempt;
import io.slipway.identity.guessing.GuessingManagement;
import io.slipway.identity.guessing.SignInThrottle;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads accounts for signing in and writes down what came of it.
 */
@Component
@Transactional
public class Accounts {

    private static final String FIND = """
            select full_name, zone, password_hash, password_given, enabled from people where user_name = :name""";

    private static final String ROLES = """
            select r.role from person_roles r join people p on p.id = r.person_id where p.user_name = :name
            union
            select t.role from team_roles t join team_members m on m.team_id = t.team_id
              join people p on p.id = m.person_id where p.user_name = :name""";

    private static final String SIGN_IN = """
            update people set last_sign_in_at = :now where user_name = :name and enabled and password_hash = :hash""";

    private final JdbcClient jdbc;

    private final Journal journal;

    private final Clock clock;

    private final SignInThrottle throttle;

    private final GuessingManagement guessing;

    Accounts(JdbcClient jdbc, Journal journal, Clock clock, SignInThrottle throttle, GuessingManagement guessing) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
        this.throttle = throttle;
        this.guessing = guessing;
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(String userName) {
        return this.jdbc.sql(FIND)
            .param("name", userName)
            .query(Row.class)
            .optional()
            .map((row) -> new Account(new SignedInPerson(userName, row.fullName(), row.zone()), row.passwordHash(),
                    row.passwordGiven(), row.enabled(), roles(userName)));
    }

    /**
     * Writes a sign-in down, if the account is still as it was read.
     * @param account the account whose password was right
     * @param session whether a session begins; a single call is not written down
     * @return whether the person is let in
     */
    boolean signIn(Account account, Attempt attempt, boolean session) {
        String userName = account.person().userName();
        int rows = this.jdbc.sql(SIGN_IN)
            .param("now", this.clock.instant())
            .param("name", userName)
            .param("hash", account.passwordHash())
            .update();
        if (rows == 0) {
            return false;
        }
        this.throttle.succeeded(attempt);
        if (session) {
            this.journal.record(new Actor(userName, account.person().fullName(), account.roles()),
                    JournalEntry.of("session.opened", "person", userName));
        }
        return true;
    }

    /**
     * Writes a failure down. The name that was typed is kept for known people only:
     * others may have typed a password by mistake.
     */
    public void fail(Attempt attempt, boolean known) {
        SignInThrottle.Failures failures = this.throttle.failed(attempt);
        String subject = known ? attempt.account() : "unknown";
        this.journal.record(Actor.SYSTEM, JournalEntry.of("session.refused", "person", subject));
        if (failures.waits()) {
            this.journal.record(Actor.SYSTEM, JournalEntry.of("session.throttled", "person", subject));
        }
        if (known && failures.guessed()) {
            this.guessing.note(subject, failures.count());
        }
    }

    /**
     * Writes down that a single call is refused, whose password is right but was chosen
     * by somebody else.
     * @param attempt the attempt, which is no failure
     */
    void refuseGiven(Attempt attempt) {
        this.throttle.succeeded(attempt);
        this.journal.record(Actor.SYSTEM,
                JournalEntry.of("session.refused", "person", attempt.account()).with(Map.of("rule", "password-given")));
    }

    public void confirmed(Actor person) {
        this.journal.record(person, JournalEntry.of("session.confirmed", "person", person.userName()));
    }

    void signOut(SignedInPerson person) {
        this.journal.record(new Actor(person.userName(), person.fullName(), Set.of()),
                JournalEntry.of("session.closed", "person", person.userName()));
    }

    private Set<Role> roles(String userName) {
        return this.jdbc.sql(ROLES)
            .param("name", userName)
            .query(String.class)
            .list()
            .stream()
            .map(Role::of)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet());
    }

    private record Row(String fullName, String zone, String passwordHash, boolean passwordGiven, boolean enabled) {
    }

}
