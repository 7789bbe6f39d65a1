package io.slipway.audit.retention;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.slipway.identity.Actor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.sql.Clause;
import io.slipway.workflow.seen.SeenNames;
import io.slipway.workflow.seen.SeenNames.Erased;
import io.slipway.workflow.seen.SeenNames.Named;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases from the record whom two people agreed on, once the day has come and nothing
 * holds it: the database's own procedure changes the rows, whose leaves stay; what
 * deciders saw and sealed packs name them no more, either. What it did is itself a row of
 * the record, and sealed as one.
 */
@Component
class Erasing {

    private static final int CHUNK = 2000;

    private static final Logger log = LoggerFactory.getLogger(Erasing.class);

    private static final String NAMED = """
            (e.actor = :person or e.on_behalf_of = :person
             or (e.subject_type = 'person' and e.subject = :person)
             or locate(concat('"', :person, '"'), e.old_values) > 0
             or locate(concat('"', :person, '"'), e.new_values) > 0)""";

    private static final String HELD = """
            select count(*) from audit_holds h join audit_entries e on e.release_key = h.subject
             where h.kind = 'RELEASE' and h.lifted_at is null and (h.ends_on is null or h.ends_on >= utc_date())
               and
            """ + NAMED;

    private static final String RELEASES = """
            select distinct e.release_key from audit_entries e
             where e.sequence between :first and :last and e.release_key is not null
               and e.release_key not in (select h.subject from audit_holds h
                                          where h.kind = 'RELEASE' and h.lifted_at is null
                                            and (h.ends_on is null or h.ends_on >= utc_date()))
               and
            """ + NAMED;

    private final JdbcClient jdbc;

    private final Holds holds;

    private final SeenNames seen;

    private final PersonDirectory people;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    private final TransactionTemplate transaction;

    Erasing(JdbcClient jdbc, Holds holds, SeenNames seen, PersonDirectory people, Journal journal,
            ApplicationEventPublisher events, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.holds = holds;
        this.seen = seen;
        this.people = people;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Erases what is due. */
    @Scheduled(fixedDelayString = "${slipway.retention.every:PT1H}",
            initialDelayString = "${slipway.retention.first:PT10M}")
    void erase() {
        List<Erasure> due = this.jdbc
            .sql("select * from audit_erasures where state = 'CONFIRMED' and due_on <= :today order by id limit 20")
            .param("today", this.holds.today())
            .query(Erasure.class)
            .list();
        due.stream().filter((one) -> !this.holds.held(Hold.Kind.PERSON).contains(one.person())).forEach(this::erase);
    }

    private void erase(Erasure erasure) {
        long last = this.jdbc.sql("select coalesce(max(sequence), 0) from audit_entries").query(Long.class).single();
        for (long from = erasure.nextSequence(); from <= last; from += CHUNK) {
            long first = from;
            this.transaction.executeWithoutResult((status) -> rows(erasure, first, Math.min(first + CHUNK - 1, last)));
        }
        Named person = new Named(erasure.person(), this.people.name(erasure.person()), erasure.pseudonym());
        for (String after = ""; after != null;) {
            String from = after;
            after = this.transaction.execute((status) -> seen(person, from));
        }
        this.transaction.executeWithoutResult((status) -> end(erasure, person));
    }

    private void rows(Erasure erasure, long first, long last) {
        List<String> releases = this.jdbc.sql(RELEASES)
            .param("first", first)
            .param("last", last)
            .param("person", erasure.person())
            .query(String.class)
            .list();
        this.jdbc.sql("call erase_audit_rows(:id, :first, :last)")
            .param("id", erasure.id())
            .param("first", first)
            .param("last", last)
            .update();
        erased(erasure.pseudonym(), releases);
    }

    /** What deciders saw names people as well, who did nothing themselves. */
    private @Nullable String seen(Named person, String after) {
        Erased step = this.seen.erase(person, after, this.holds.held(Hold.Kind.RELEASE));
        erased(person.pseudonym(), step.releases());
        return step.last();
    }

    private void erased(String pseudonym, List<String> releases) {
        if (!releases.isEmpty()) {
            this.events.publishEvent(new ErasedFrom(pseudonym, releases));
        }
    }

    /** What a release's hold left is looked at again. */
    private void end(Erasure erasure, Named person) {
        if (this.jdbc.sql(HELD).param("person", erasure.person()).query(Long.class).single() > 0
                || this.seen.named(person, this.holds.held(Hold.Kind.RELEASE))) {
            this.jdbc.sql("update audit_erasures set next_sequence = 0 where id = :id")
                .param("id", erasure.id())
                .update();
            return;
        }
        Erasure now = this.jdbc.sql("select * from audit_erasures where id = :id and state = 'CONFIRMED' for update")
            .param("id", erasure.id())
            .query(Erasure.class)
            .optional()
            .orElse(null);
        if (now == null) {
            return;
        }
        Clause
            .update("audit_erasures", "state", Erasure.State.DONE, "person", now.pseudonym(), "done_at",
                    this.clock.instant())
            .append(Clause.of(" where id = :id", "id", now.id()))
            .on(this.jdbc)
            .update();
        this.journal.record(Actor.SYSTEM,
                JournalEntry.of("record.erased", "erasure", now.pseudonym())
                    .with(Map.of("rows", now.erased(), "askedBy", now.askedBy(), "confirmedBy",
                            String.valueOf(now.decidedBy()))));
        this.events.publishEvent(new PersonErased(erasure.person()));
        log.info("{} rows of the record no longer name who is {}", now.erased(), now.pseudonym());
    }

}
