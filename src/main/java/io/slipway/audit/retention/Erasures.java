package io.slipway.audit.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.slipway.audit.RecordSearch;
import io.slipway.audit.retention.Erasure.State;
import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for the erasure of a person, and decides on it: two administrators, never one.
 */
@Service
@Transactional
public class Erasures {

    private static final int LONGEST = 2000;

    private static final int MOST = 200;

    private static final String KIND = "erasure";

    private final JdbcClient jdbc;

    private final Holds holds;

    private final PersonDirectory people;

    private final Journal journal;

    Erasures(JdbcClient jdbc, Holds holds, PersonDirectory people, Journal journal) {
        this.jdbc = jdbc;
        this.holds = holds;
        this.people = people;
        this.journal = journal;
    }

    /** The erasures, the latest first, at most 200. */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional(readOnly = true)
    public List<Erasure> all() {
        return this.jdbc.sql("select * from audit_erasures order by id desc limit :most")
            .param("most", MOST)
            .query(Erasure.class)
            .list();
    }

    /**
     * Asks for the erasure of a person. Refuses one who is unknown, may still sign in, is
     * held, or was asked for before; an empty reason, and a day that is over.
     * @param dueOn not before that day; null for today
     */
    @PreAuthorize("hasAuthority('administrator')")
    public void ask(String person, String reason, @Nullable LocalDate dueOn) {
        InputCheck check = new InputCheck();
        String whom = person.strip();
        check.refuseIf(this.people.find(whom).isEmpty(), "person", "audit.erasure.unknown");
        check.refuseIf(this.people.find(whom).filter((one) -> one.enabled()).isPresent(), "person",
                "audit.erasure.enabled");
        check.refuseIf(this.holds.held(Hold.Kind.PERSON).contains(whom), "person", "audit.erasure.held");
        check.refuseIf(this.jdbc
            .sql("select count(*) from audit_erasures where person = :person and state in ('ASKED', 'CONFIRMED')")
            .param("person", whom)
            .query(Long.class)
            .single() > 0, "person", "audit.erasure.asked-before");
        String why = check.required("reason", reason, LONGEST, "audit.erasure.reason");
        LocalDate day = (dueOn != null) ? dueOn : this.holds.today();
        check.refuseIf(day.isBefore(this.holds.today()), "dueOn", "audit.hold.past");
        check.finish();
        Act act = this.journal.act();
        String pseudonym = "erased-" + UUID.randomUUID().toString().substring(0, 8);
        Clause
            .insert("audit_erasures", "state", State.ASKED, "person", whom, "pseudonym", pseudonym, "reason", why,
                    "due_on", day, "asked_by", act.by(), "asked_at", act.at(), "next_sequence", 0, "erased", 0)
            .on(this.jdbc)
            .update();
        this.journal.record(JournalEntry.of("erasure.asked", KIND, pseudonym).with(Map.of("dueOn", day.toString())));
    }

    /**
     * Agrees to an erasure. Refuses who asked for it, what is decided, and a person who
     * is held.
     */
    @PreAuthorize("hasAuthority('administrator')")
    public void confirm(long id) {
        Erasure asked = undecided(id);
        if (this.holds.held(Hold.Kind.PERSON).contains(asked.person())) {
            throw new InvalidInputException("", "audit.erasure.held");
        }
        decide(asked, State.CONFIRMED);
        this.journal.record(JournalEntry.of("erasure.confirmed", KIND, asked.pseudonym()));
    }

    /** Does not agree to an erasure. Refuses who asked for it, and what is decided. */
    @PreAuthorize("hasAuthority('administrator')")
    public void refuse(long id) {
        Erasure asked = undecided(id);
        decide(asked, State.REFUSED);
        this.journal.record(JournalEntry.of("erasure.refused", KIND, asked.pseudonym()));
    }

    private Erasure undecided(long id) {
        Erasure asked = this.jdbc.sql("select * from audit_erasures where id = :id for update")
            .param("id", id)
            .query(Erasure.class)
            .optional()
            .orElseThrow(() -> new NotFoundException(KIND, Long.toString(id)));
        if (asked.state() != State.ASKED) {
            throw new InvalidInputException("", "audit.erasure.decided");
        }
        if (asked.askedBy().equals(this.journal.act().by())) {
            throw new InvalidInputException("", "audit.erasure.own");
        }
        return asked;
    }

    private void decide(Erasure asked, State state) {
        Act act = this.journal.act();
        Clause.update("audit_erasures", "state", state, "decided_by", act.by(), "decided_at", act.at())
            .append(Clause.of(" where id = :id", "id", asked.id()))
            .on(this.jdbc)
            .update();
    }

}
