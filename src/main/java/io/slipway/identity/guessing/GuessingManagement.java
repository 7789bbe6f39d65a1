package io.slipway.identity.guessing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.GuessingNoticed;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.sql.Clause;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is told of guessing: to the person once for each episode, and to administrators,
 * who may forget the failures of somebody who has to wait.
 */
@Service
@Transactional
public class GuessingManagement {

    private final JdbcClient jdbc;

    private final SignInThrottle throttle;

    private final ApplicationEventPublisher events;

    private final Journal journal;

    private final CurrentActor currentActor;

    private final Clock clock;

    GuessingManagement(JdbcClient jdbc, SignInThrottle throttle, ApplicationEventPublisher events, Journal journal,
            CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.throttle = throttle;
        this.events = events;
        this.journal = journal;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Notes that more attempts failed than one forgets: begins an episode and tells the
     * person, or goes on with the one that lasts.
     * @param failures how many failed within the window
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(String userName, int failures) {
        Instant now = this.clock.instant();
        this.jdbc.sql("select id from people where user_name = :name for update")
            .param("name", userName)
            .query()
            .singleRow();
        Optional<Long> lasting = this.jdbc
            .sql("select max(id) from guessing_episodes where user_name = :name and last_at > :start")
            .param("name", userName)
            .param("start", this.throttle.windowStart())
            .query(Long.class)
            .optional();
        if (lasting.isPresent()) {
            Clause.update("guessing_episodes", "last_at", now)
                .append(", failures = failures + 1")
                .where(Clause.equal("id", lasting.get()))
                .on(this.jdbc)
                .update();
            return;
        }
        Clause.insert("guessing_episodes", "user_name", userName, "began_at", now, "last_at", now, "failures", failures)
            .on(this.jdbc)
            .update();
        this.journal.record(Actor.SYSTEM, JournalEntry.of("session.guessed", "person", userName));
        this.events.publishEvent(new GuessingNoticed(userName, now, failures));
    }

    /**
     * The episodes that the current actor has not read of, the newest first.
     * @return at most 20
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<GuessingEpisode> unread() {
        return this.jdbc.sql("""
                select id, began_at, last_at, failures from guessing_episodes
                 where user_name = :name and read_at is null order by id desc limit 20""")
            .param("name", this.currentActor.get().userName())
            .query(GuessingEpisode.class)
            .list();
    }

    /** Notes that the current actor read of all episodes. */
    @PreAuthorize("isAuthenticated()")
    public void read() {
        Clause.update("guessing_episodes", "read_at", this.clock.instant())
            .where(Clause.equal("user_name", this.currentActor.get().userName()).and("read_at is null"))
            .on(this.jdbc)
            .update();
    }

    /**
     * How many attempts to sign in as somebody failed lately. Refuses everybody but
     * administrators.
     */
    @PreAuthorize("hasAuthority('administrator')")
    @Transactional(readOnly = true)
    public int failures(String userName) {
        return this.jdbc.sql("""
                select count(*) from sign_in_attempts
                 where account = :name and attempted_at > :start and admits_at is null""")
            .param("name", userName)
            .param("start", this.throttle.windowStart())
            .query(Integer.class)
            .single();
    }

    /**
     * Forgets the failures of an account, so that its person need not wait. Those of the
     * addresses stay. Refuses everybody but administrators.
     */
    @PreAuthorize("hasAuthority('administrator')")
    public void forget(String userName) {
        this.jdbc.sql("update sign_in_attempts set account = null where account = :name")
            .param("name", userName)
            .update();
        this.journal.record(JournalEntry.of("person.failures-forgotten", "person", userName).as(Role.ADMINISTRATOR));
    }

}
