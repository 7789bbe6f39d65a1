package io.slipway.audit.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.audit.RecordSearch;
import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Legal holds: what they are on is neither forgotten nor erased. Administrators place and
 * lift them, with a reason; auditors see them.
 */
@Service
@EnableConfigurationProperties(RetentionProperties.class)
@Transactional
public class Holds {

    private static final int LONGEST = 2000;

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    private final ReleaseManagement releases;

    private final PersonDirectory people;

    private final Journal journal;

    private final Clock clock;

    Holds(JdbcClient jdbc, ReleaseManagement releases, PersonDirectory people, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.releases = releases;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /** The holds, the latest first, at most 200; those that were lifted as well. */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional(readOnly = true)
    public List<Hold> all() {
        return this.jdbc.sql("select * from audit_holds order by id desc limit :most")
            .param("most", MOST)
            .query(Hold.class)
            .list();
    }

    /** What is held now. */
    @Transactional(readOnly = true)
    public Set<String> held(Hold.Kind kind) {
        return this.jdbc.sql(
                "select * from audit_holds where kind = :kind and lifted_at is null and (ends_on is null or ends_on >= :today)")
            .param("kind", kind.name())
            .param("today", today())
            .query(Hold.class)
            .list()
            .stream()
            .map(Hold::subject)
            .collect(Collectors.toSet());
    }

    LocalDate today() {
        return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
    }

    /**
     * Holds a release or a person. Refuses one that is unknown, an empty reason and a
     * last day that is over.
     */
    @PreAuthorize("hasAuthority('administrator')")
    public void place(Hold.Kind kind, String subject, String reason, @Nullable LocalDate endsOn) {
        InputCheck check = new InputCheck();
        String named = known(check, kind, subject.strip());
        String why = check.required("reason", reason, LONGEST, "audit.hold.reason");
        check.refuseIf(endsOn != null && endsOn.isBefore(today()), "endsOn", "audit.hold.past");
        check.finish();
        Act act = this.journal.act();
        Clause
            .insert("audit_holds", "kind", kind, "subject", named, "reason", why, "ends_on", endsOn, "placed_by",
                    act.by(), "placed_at", act.at())
            .on(this.jdbc)
            .update();
        this.journal.record(entry("hold.placed", kind, named).because(why)
            .with((endsOn != null) ? Map.of("endsOn", endsOn.toString()) : Map.of()));
    }

    private String known(InputCheck check, Hold.Kind kind, String subject) {
        try {
            if (kind == Hold.Kind.RELEASE) {
                return this.releases.get(subject).key();
            }
            if (this.people.find(subject).isPresent()) {
                return subject;
            }
        }
        catch (NotFoundException ex) {
            // Told below, at the field.
        }
        check.refuse("subject", "audit.hold.unknown");
        return subject;
    }

    /** Lifts a hold. Refuses an empty reason, and one that was lifted before. */
    @PreAuthorize("hasAuthority('administrator')")
    public void lift(long id, String reason) {
        Hold hold = this.jdbc.sql("select * from audit_holds where id = :id for update")
            .param("id", id)
            .query(Hold.class)
            .optional()
            .orElseThrow(() -> new NotFoundException("hold", Long.toString(id)));
        String why = InputCheck.text("reason", reason, LONGEST, "audit.hold.reason");
        if (hold.liftedAt() != null) {
            throw new InvalidInputException("", "audit.hold.lifted-before");
        }
        Act act = this.journal.act();
        Clause.update("audit_holds", "lifted_by", act.by(), "lifted_at", act.at(), "lifted_because", why)
            .append(Clause.of(" where id = :id", "id", id))
            .on(this.jdbc)
            .update();
        this.journal.record(entry("hold.lifted", hold.kind(), hold.subject()).because(why));
    }

    private static JournalEntry entry(String action, Hold.Kind kind, String subject) {
        return (kind == Hold.Kind.RELEASE) ? JournalEntry.ofRelease(action, subject)
                : JournalEntry.of(action, "person", subject);
    }

}
