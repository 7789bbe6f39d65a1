package io.slipway.audit.retention;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.slipway.identity.Actor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.sql.Clause;
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
 * holds it: the database's own procedure changes the rows, whose leaves stay. What it did
 * is itself a row of the record, and sealed as one.
 */
@Component
class Erasing {

    private static final int CHUNK = 2000;

    private static final Logger log = LoggerFactory.getLogger(Erasing.class);

    private static final String HELD = """
            select count(*) from audit_holds h join audit_entries e on e.release_key = h.subject
             where h.kind = 'RELEASE' and h.lifted_at is null and (h.ends_on is null or h.ends_on >= utc_date())
               and (e.actor = :person or e.on_behalf_of = :person
                    or (e.subject_type = 'person' and e.subject = :person)
                    or locate(concat('"', :person, '"'), e.old_values) > 0
                    or locate(concat('"', :person, '"'), e.new_values) > 0)""";

    private final JdbcClient jdbc;

    private final Holds holds;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    private final TransactionTemplate transaction;

    Erasing(JdbcClient jdbc, Holds holds, Journal journal, ApplicationEventPublisher events, Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.holds = holds;
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
            this.transaction.executeWithoutResult((status) -> this.jdbc.sql("call erase_audit_rows(:id, :first, :last)")
                .param("id", erasure.id())
                .param("first", first)
                .param("last", Math.min(first + CHUNK - 1, last))
                .update());
        }
        this.transaction.executeWithoutResult((status) -> end(erasure));
    }

    /** What a release's hold left is looked at again. */
    private void end(Erasure erasure) {
        if (this.jdbc.sql(HELD).param("person", erasure.person()).query(Long.class).single() > 0) {
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
