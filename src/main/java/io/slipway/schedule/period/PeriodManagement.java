package io.slipway.schedule.period;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemSummary;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.schedule.FreezeChanged;
import io.slipway.schedule.Interval;
import io.slipway.schedule.PeriodKind;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is done with windows and freezes. Everybody reads them; release
 * managers and the change authority make, change and end them.
 */
@Service
@Transactional
public class PeriodManagement {

    static final String EDITORS = "hasAnyAuthority('release-manager', 'change-authority')";

    private final PeriodRepository periods;

    private final PeriodQueries queries;

    private final Occurrences occurrences;

    private final Rehearsals rehearsals;

    private final PersonDirectory people;

    private final ConfigurationManagement configuration;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    PeriodManagement(PeriodRepository periods, PeriodQueries queries, Occurrences occurrences, Rehearsals rehearsals,
            PersonDirectory people, ConfigurationManagement configuration, Journal journal,
            ApplicationEventPublisher events, Clock clock) {
        this.periods = periods;
        this.queries = queries;
        this.occurrences = occurrences;
        this.rehearsals = rehearsals;
        this.people = people;
        this.configuration = configuration;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a window or freeze. Refuses, at the field, inverted times, unknown zones and
     * people, rules that never match, that are too dense, or whose occurrences overlap.
     * @param draft what it shall be
     */
    @PreAuthorize(EDITORS)
    public long create(PeriodDraft draft) {
        Recurrence recurrence = check(draft);
        Period period = this.periods.saveAndFlush(Period.create(draft, recurrence, this.journal.act()));
        expand(period);
        tell(period, "created", null, Map.of(), values(period.draft()));
        return period.id();
    }

    /**
     * Changes a window or freeze, and writes its occurrences anew. Refuses as
     * {@link #create} does, with a {@code StaleFormException} if somebody else changed
     * it, and if it was ended.
     * @param version the version that was read
     * @param draft what it shall be
     */
    @PreAuthorize(EDITORS)
    public void change(long id, int version, PeriodDraft draft) {
        Period period = open(id);
        Map<String, String> before = values(period.draft());
        if (period.version() != version) {
            throw new StaleFormException("/schedule/periods/" + id + "/edit", labels(before), labels(values(draft)));
        }
        period.define(draft, check(draft));
        expand(period);
        tell(period, "changed", null, before, values(period.draft()));
    }

    /**
     * Ends a window or freeze: what has not begun is taken back, what goes on ends now.
     * Its history stays. Refuses an empty reason, and if it was ended before.
     * @param reason why, at most 1,000 characters
     */
    @PreAuthorize(EDITORS)
    public void end(long id, String reason) {
        String why = InputCheck.text("reason", reason, PeriodRules.REASON, "schedule.end.reason.missing");
        Period period = open(id);
        period.end(why, this.journal.act());
        this.periods.saveAndFlush(period);
        this.occurrences.cut(id, now());
        tell(period, "ended", why, Map.of(), Map.of("name", period.name()));
    }

    /**
     * Finds a window or freeze.
     * @param id its id; refuses with a {@code NotFoundException} if there is none
     */
    @Transactional(readOnly = true)
    public PeriodDetails get(long id) {
        return this.periods.findById(id).orElseThrow(() -> missing(id)).details();
    }

    /**
     * Lists windows and freezes.
     * @param query which, and where the page begins
     */
    @Transactional(readOnly = true)
    public KeyPage<PeriodSummary> list(PeriodQuery query) {
        return this.queries.list(query);
    }

    /**
     * The occurrences of a window or freeze that are or come next, however far ahead they
     * are. Of one that was ended, or whose rule is not honoured any more, those that are
     * written down.
     * @param limit the most to return
     * @return the occurrences by end; none if the next is more than ten years ahead
     */
    @Transactional(readOnly = true)
    public List<Interval> next(long id, int limit) {
        Period period = this.periods.findById(id).orElseThrow(() -> missing(id));
        return (period.ended() || !period.honoured()) ? this.queries.next(id, limit)
                : period.recurrence().next(now(), limit);
    }

    /**
     * The hard freezes that are not over.
     * @return at most 200, the first to end first
     */
    @Transactional(readOnly = true)
    public List<PeriodSummary> freezes() {
        return this.queries.freezes(200);
    }

    /**
     * Finds windows and freezes with their next occurrences.
     * @param ids their ids; unknown ones are left out
     */
    @Transactional(readOnly = true)
    public List<PeriodSummary> find(Collection<Long> ids) {
        return this.queries.find(ids);
    }

    /**
     * Judges a window or freeze without saving it. Refuses as {@link #create} does, with
     * every field at fault.
     * @param draft what it shall be
     */
    @PreAuthorize(EDITORS)
    @Transactional(readOnly = true)
    public void judge(PeriodDraft draft) {
        check(draft);
    }

    /**
     * What a freeze would do to the open releases, if it were saved; nothing is saved.
     * Refuses as {@link #create} does.
     * @param draft what it shall be
     * @param id its id; null for a new one
     * @return the releases that it hits, and what would happen to each
     */
    @PreAuthorize(EDITORS)
    @Transactional(readOnly = true)
    public FreezeRehearsal rehearse(PeriodDraft draft, @Nullable Long id) {
        return this.rehearsals.rehearse(draft, check(draft), (id != null) ? id : 0);
    }

    /**
     * Names of a scope that nothing in the register of configuration is called.
     * @return the unknown services and environments, which do not hinder it
     */
    @Transactional(readOnly = true)
    public List<String> unknown(PeriodDraft draft) {
        List<String> services = draft.scope().services();
        List<String> known = this.configuration.services(services).stream().map(ItemSummary::name).toList();
        List<String> places = draft.scope().environments();
        List<String> keys = places.stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList();
        List<String> found = this.configuration.find(keys).stream().map(ItemSummary::key).toList();
        return Stream
            .concat(services.stream().filter((name) -> known.stream().noneMatch(name::equalsIgnoreCase)),
                    places.stream().filter((name) -> found.stream().noneMatch(name::equalsIgnoreCase)))
            .toList();
    }

    private Recurrence check(PeriodDraft draft) {
        InputCheck check = new InputCheck();
        check.refuseIf(this.people.find(draft.owner()).filter((person) -> person.enabled()).isEmpty(), "owner",
                "schedule.owner.unknown");
        return PeriodRules.check(draft, now(), check);
    }

    private void expand(Period period) {
        this.occurrences.rewrite(period);
        this.periods.saveAndFlush(period);
    }

    private Period open(long id) {
        Period period = this.periods.findWithLockById(id).orElseThrow(() -> missing(id));
        if (period.ended()) {
            throw new InvalidInputException("", "schedule.ended.already");
        }
        return period;
    }

    private void tell(Period period, String change, @Nullable String reason, Map<String, ?> before,
            Map<String, ?> after) {
        String thing = (period.kind() == PeriodKind.WINDOW) ? "window" : "freeze";
        this.journal.record(JournalEntry.of(thing + "." + change, thing, Long.toString(period.id()))
            .because(reason)
            .change(before, after));
        this.events.publishEvent(new FreezeChanged(period.id(), period.kind(), period.name(), change));
    }

    private static Map<String, String> values(PeriodDraft draft) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", String.valueOf(draft.kind()));
        values.put("name", draft.name());
        values.put("reason", draft.reason());
        values.put("owner", draft.owner());
        values.put("services", String.join(", ", draft.scope().services()));
        values.put("environments", String.join(", ", draft.scope().environments()));
        values.put("types", draft.scope().types().stream().map(Enum::name).collect(Collectors.joining(", ")));
        values.put("zone", draft.zone());
        values.put("start", String.valueOf(draft.start()));
        values.put("end", String.valueOf(draft.end()));
        values.put("rule", draft.rule());
        values.put("until", (draft.until() != null) ? draft.until().toString() : "");
        values.put("skipped", draft.skipped().stream().map(Object::toString).collect(Collectors.joining(", ")));
        return values;
    }

    private static Map<String, String> labels(Map<String, String> values) {
        Map<String, String> labels = new LinkedHashMap<>();
        values.forEach((name, value) -> labels.put("schedule.field." + name, value));
        return labels;
    }

    private static NotFoundException missing(long id) {
        return new NotFoundException("window or freeze", Long.toString(id));
    }

    private Instant now() {
        return this.clock.instant();
    }

}
