package io.slipway.deployment.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.identity.Act;
import io.slipway.identity.Actor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.planning.wave.CheckKind;
import io.slipway.planning.wave.CheckRule;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Watches what plans want to have checked, and says what it comes to. Who may begin and
 * end that is decided by who asks.
 */
@Service
@Transactional
public class Checks {

    /** Who types what they read. */
    public static final String TYPISTS = "hasAnyAuthority('deployment-manager', 'operations', 'release-manager')";

    private static final int LONGEST = 500;

    private static final int MOST_READINGS = 100;

    private final CheckRows store;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    Checks(CheckRows store, Journal journal, ApplicationEventPublisher events) {
        this.store = store;
        this.journal = journal;
        this.events = events;
    }

    /**
     * Watches a subject by a rule, from now and after its delay. Refuses a subject that
     * is watched already.
     * @param subject what it is for, in the words of who asks; at most 80 characters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void watch(String subject, CheckRule rule, CheckScope scope) {
        Instant now = this.journal.act().at();
        boolean brought = rule.kind() == CheckKind.PUSHED || rule.kind() == CheckKind.READING;
        try {
            this.store.insert(subject, rule, scope, now, brought ? null : now.plusSeconds(rule.limits().delay()));
        }
        catch (DuplicateKeyException ex) {
            throw new InvalidInputException("subject", "deployment.check.watched", subject);
        }
    }

    /**
     * Stops to watch a subject: what was measured so far counts. One that was judged
     * before, or was never watched, is left as it is.
     * @return what it came to; nothing if it was never watched
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CheckVerdict> stop(String subject) {
        this.store.live(subject)
            .ifPresent((check) -> judge(check, check.tally(), check.tally().stopped(check.rule().limits()), false));
        return verdictOf(subject);
    }

    /** What a subject came to, if it is judged. */
    @Transactional(readOnly = true)
    public Optional<CheckVerdict> verdictOf(String subject) {
        return this.store.newest(subject).map(Check::verdict);
    }

    /** The newest check of a subject. */
    @Transactional(readOnly = true)
    public Optional<Check> of(String subject) {
        return this.store.newest(subject);
    }

    /** A check; refuses an unknown one with a {@code NotFoundException}. */
    @PreAuthorize(MonitoringSources.READERS)
    @Transactional(readOnly = true)
    public Check get(long id) {
        return this.store.find(id).orElseThrow(() -> new NotFoundException("check", Long.toString(id)));
    }

    /**
     * A page of all checks, the latest first.
     * @param from where the page begins; text that nobody gave out begins anew
     */
    @PreAuthorize(MonitoringSources.READERS)
    @Transactional(readOnly = true)
    public KeyPage<Check> list(String from) {
        return this.store.list(from);
    }

    /** Takes a value that a person read; refuses as {@link #bring} does. */
    @PreAuthorize(TYPISTS)
    public void type(long id, String value, String note) {
        bring(get(id).subject(), value, note, null);
    }

    /** The latest readings of a check, 100 at most. */
    @Transactional(readOnly = true)
    public List<Reading> readings(Check check) {
        return this.store.readings(check.id(), MOST_READINGS);
    }

    /**
     * Takes a reading that a person or a tool brings. Refuses a subject that is not
     * watched, or whose readings are measured, and a value that is no number.
     * @param value a number
     * @param note where it comes from, up to 500 characters
     * @param delivery by which the same result is known again; null for a person
     * @return whether it was not known yet
     */
    public boolean bring(String subject, String value, String note, @Nullable String delivery) {
        InputCheck input = new InputCheck();
        Optional<Check> found = this.store.live(subject);
        input.refuseIf(found.isEmpty(), "", "deployment.check.over");
        CheckKind wanted = (delivery != null) ? CheckKind.PUSHED : CheckKind.READING;
        input.refuseIf(found.filter((one) -> one.rule().kind() != wanted).isPresent(), "", "deployment.check.measured");
        Double number = number(value);
        input.refuseIf(number == null, "value", "deployment.check.value.number");
        String said = input.optional("note", note, LONGEST);
        input.finish();
        Act act = this.journal.act();
        Check check = found.orElseThrow();
        boolean fresh = take(check, new Measurement(number, said), act.by(), act.at(), delivery);
        if (fresh) {
            this.journal.record(JournalEntry.of("check.read", "check", subject)
                .release(check.releaseKey())
                .with(Map.of("check", check.rule().name(), "value", value.strip(), "note", said)));
        }
        return fresh;
    }

    /** Takes what was measured, unless nobody watches any more. */
    void measured(long id, Measurement measurement, String by) {
        Check check = this.store.locked(id);
        if (check.endedAt() == null) {
            take(check, measurement, by, this.journal.act().at(), null);
        }
    }

    private boolean take(Check check, Measurement measurement, String by, Instant now, @Nullable String delivery) {
        CheckRule rule = check.rule();
        ReadingOutcome outcome = measurement.outcome(rule);
        String value = (measurement.value() != null) ? number(measurement.value()) : null;
        if (!this.store.keep(check, new Reading(0, now, outcome, value, cut(measurement.threshold(rule), 100),
                cut(rule.query(), LONGEST), measurement.note(), by), delivery)) {
            return false;
        }
        CheckTally tally = check.tally().with(outcome);
        Optional<CheckVerdict> verdict = tally.verdict(rule.limits());
        if (verdict.isPresent()) {
            judge(check, tally, verdict.get(), true);
        }
        else {
            this.store.count(check, tally, (check.dueAt() != null) ? now.plusSeconds(rule.limits().interval()) : null);
        }
        return true;
    }

    private void judge(Check check, CheckTally tally, CheckVerdict verdict, boolean told) {
        String reason = "%s: %d of %d readings as they should be, %d not, %d undecided, %d without data".formatted(
                check.rule().name(), tally.succeeded(), tally.measured() + tally.errors(), tally.failed(),
                tally.inconclusive(), tally.errors());
        this.store.judge(check, tally, verdict, reason, this.journal.act().at());
        this.journal.record(Actor.SYSTEM,
                JournalEntry.of("check.judged", "check", check.subject())
                    .release(check.releaseKey())
                    .with(Map.of("check", check.rule().name(), "verdict", verdict, "detail", reason)));
        if (told) {
            this.events.publishEvent(new CheckJudged(check.subject(), verdict, reason));
        }
    }

    private static @Nullable Double number(String text) {
        return text.strip().matches("[-+]?[0-9]{1,15}([.][0-9]{1,15})?([eE][-+]?[0-9]{1,2})?")
                ? Double.valueOf(text.strip()) : null;
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    private static String number(double value) {
        return (value == Math.rint(value) && Math.abs(value) < 1e15) ? Long.toString((long) value)
                : Double.toString(value);
    }

}
