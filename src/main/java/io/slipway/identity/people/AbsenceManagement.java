package io.slipway.identity.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InputCheck;
import io.slipway.input.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When people are away: each keeps their own absences, administrators those of others.
 * Plans count on nobody who is away.
 */
@Service
@Transactional
@PreAuthorize("#userName == authentication.name or hasAuthority('administrator')")
public class AbsenceManagement {

    private static final int REASON_LENGTH = 200;

    private static final int MOST = 50;

    private static final Duration LONGEST = Duration.ofDays(400);

    private static final Duration LONGEST_AHEAD = Duration.ofDays(2 * 365);

    private final AbsenceRepository absences;

    private final PersonRepository people;

    private final Journal journal;

    private final Clock clock;

    AbsenceManagement(AbsenceRepository absences, PersonRepository people, Journal journal, Clock clock) {
        this.absences = absences;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The absences of a person that are not over, by their begin. Refuses to show those
     * of others to anybody but administrators, and somebody unknown with a
     * {@code NotFoundException}.
     * @return the absences, at most 50
     */
    @Transactional(readOnly = true)
    public List<AbsenceDetails> of(String userName) {
        if (!this.people.existsByUserName(userName)) {
            throw new NotFoundException("person", userName);
        }
        return this.absences
            .findByPersonUserNameAndUntilAtAfterOrderByFromAtAscIdAsc(userName, this.clock.instant(), Limit.of(MOST))
            .stream()
            .map(Absence::details)
            .toList();
    }

    /**
     * Notes that a person is away. Refuses, at the field {@code from} or {@code until}, a
     * missing time, an end that is not after the begin or already over, more than 400
     * days, and a begin more than two years ahead; refuses a reason of more than 200
     * characters, and more than 50 absences that are not over.
     * @param from since when, UTC
     * @param until until when, UTC
     * @param reason why; may be empty
     */
    public void add(String userName, @Nullable Instant from, @Nullable Instant until, @Nullable String reason) {
        this.people.lock();
        Person person = this.people.findByUserName(userName)
            .orElseThrow(() -> new NotFoundException("person", userName));
        Instant now = this.clock.instant();
        InputCheck check = new InputCheck();
        check.given("from", from, "identity.absence.from.missing");
        check.given("until", until, "identity.absence.until.missing");
        if (from != null && until != null) {
            check(from, until, now, check);
        }
        String why = check.optional("reason", reason, REASON_LENGTH);
        check.refuseIf(this.absences.countByPersonUserNameAndUntilAtAfter(userName, now) >= MOST, "",
                "identity.absence.too-many", MOST);
        check.finish();
        Absence absence = new Absence(person, Objects.requireNonNull(from).truncatedTo(ChronoUnit.MILLIS),
                Objects.requireNonNull(until).truncatedTo(ChronoUnit.MILLIS), why.isEmpty() ? null : why);
        this.absences.save(absence);
        record("absence.added", userName, from, until);
    }

    /**
     * Forgets an absence: the person is here after all. Refuses an unknown one with a
     * {@code NotFoundException}.
     * @param id number of the absence
     */
    public void remove(String userName, long id) {
        Absence absence = this.absences.findByIdAndPersonUserName(id, userName)
            .orElseThrow(() -> new NotFoundException("absence", Long.toString(id)));
        AbsenceDetails details = absence.details();
        this.absences.delete(absence);
        record("absence.removed", userName, details.from(), details.until());
    }

    private static void check(Instant from, Instant until, Instant now, InputCheck check) {
        check.refuseIf(!until.isAfter(from), "until", "identity.absence.end-before-start");
        check.refuseIf(!until.isAfter(now), "until", "identity.absence.over");
        check.refuseIf(until.isAfter(from.plus(LONGEST)), "until", "identity.absence.too-long", LONGEST.toDays());
        check.refuseIf(from.isAfter(now.plus(LONGEST_AHEAD)), "from", "identity.absence.too-far");
    }

    private void record(String action, String userName, Instant from, Instant until) {
        this.journal.record(JournalEntry.of(action, "person", userName)
            .with(Map.of("from", from.toString(), "until", until.toString())));
    }

}
