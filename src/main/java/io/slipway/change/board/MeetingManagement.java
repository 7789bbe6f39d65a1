package io.slipway.change.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.change.ChangeAction;
import io.slipway.change.ChangeDecision;
import io.slipway.change.ChangeDetails;
import io.slipway.change.ChangeRegister;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.input.InputCheck;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;

import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The meetings of the change advisory board: everybody reads their minutes, the change
 * authority and release managers write them.
 */
@Service
@Transactional
public class MeetingManagement {

    private static final int NOTES = 10_000;

    /** The most people that minutes name. */
    public static final int MOST_ATTENDEES = 50;

    private static final String WRITER = "hasAnyAuthority('change-authority', 'release-manager')";

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final MeetingRepository meetings;

    private final ChangeRegister changes;

    private final PersonDirectory people;

    private final Journal journal;

    private final Clock clock;

    MeetingManagement(MeetingRepository meetings, ChangeRegister changes, PersonDirectory people, Journal journal,
            Clock clock) {
        this.meetings = meetings;
        this.changes = changes;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Begins the minutes of a meeting on all that is up for decision now. Refuses a
     * meeting without anybody or without a word, people who do not exist, and one more
     * than a day ahead.
     * @param stated when it was held, who was there, and what was said
     * @return number of the meeting
     */
    @PreAuthorize(WRITER)
    public long record(MeetingDraft stated) {
        MeetingDraft draft = sound(stated);
        List<MinuteLine> agenda = this.changes.agenda().stream().map(this::line).toList();
        Meeting meeting = this.meetings.saveAndFlush(Meeting.record(draft, agenda, this.journal.act().by()));
        write("meeting.recorded", meeting);
        return meeting.details().id();
    }

    /**
     * Changes the minutes of a meeting. Refuses as {@link #record} does, closed minutes,
     * and a stale version.
     * @param id number of the meeting
     * @param version the version on which the change was made
     */
    @PreAuthorize(WRITER)
    public void change(long id, int version, MeetingDraft stated) {
        Meeting meeting = meeting(id);
        MeetingDraft draft = sound(stated);
        if (meeting.version() != version) {
            throw new StaleFormException("/changes/meetings/" + id, shown(meeting.details().notes()),
                    shown(draft.notes()));
        }
        meeting.change(draft);
        this.meetings.saveAndFlush(meeting);
        write("meeting.changed", meeting);
    }

    /**
     * Closes the minutes with what has become of each change that was up; nobody changes
     * them from now on. Refuses closed minutes.
     * @param id number of the meeting
     */
    @PreAuthorize(WRITER)
    public void close(long id) {
        Meeting meeting = meeting(id);
        meeting.close(lines(meeting), this.journal.act());
        this.meetings.saveAndFlush(meeting);
        write("meeting.closed", meeting);
    }

    /**
     * Finds the minutes of a meeting. While they are open, its changes are as they are
     * now.
     * @param id number of the meeting; refuses an unknown one with a
     * {@code NotFoundException}
     */
    @Transactional(readOnly = true)
    public MeetingDetails get(long id) {
        Meeting meeting = meeting(id);
        MeetingDetails kept = meeting.details();
        return kept.closed() ? kept : new MeetingDetails(kept.id(), kept.heldAt(), kept.attendees(), kept.notes(),
                lines(meeting), false, kept.writtenBy(), null, null, kept.version());
    }

    /**
     * A page of meetings.
     * @param from the cursor, empty for the first page
     * @return the page, the latest first, as they were kept
     */
    @Transactional(readOnly = true)
    public KeyPage<MeetingDetails> list(String from) {
        boolean first = !from.matches("-?[0-9]{1,15}_[0-9]{1,18}");
        Instant before = first ? LATEST : Instant.ofEpochMilli(Long.parseLong(from.substring(0, from.indexOf('_'))));
        long id = first ? 0 : Long.parseLong(from.substring(from.indexOf('_') + 1));
        return KeyPage.of(
                this.meetings.page(before, id, Limit.of(KeyPage.size() + 1)).stream().map(Meeting::details).toList(),
                (meeting) -> meeting.heldAt().toEpochMilli() + "_" + meeting.id());
    }

    private MeetingDraft sound(MeetingDraft draft) {
        InputCheck check = new InputCheck();
        Instant heldAt = draft.heldAt();
        check.given("heldAt", heldAt, "change.meeting.heldAt.missing");
        check.refuseIf(heldAt != null && heldAt.isAfter(this.clock.instant().plus(Duration.ofDays(1))), "heldAt",
                "change.meeting.heldAt.future");
        check.refuseIf(draft.attendees().isEmpty(), "attendees", "change.meeting.attendees.none");
        check.refuseIf(draft.attendees().size() > MOST_ATTENDEES, "attendees", "change.meeting.attendees.missing",
                MOST_ATTENDEES);
        String unknown = draft.attendees()
            .stream()
            .filter((userName) -> this.people.find(userName).isEmpty())
            .sorted()
            .collect(Collectors.joining(", "));
        check.refuseIf(!unknown.isEmpty(), "attendees", "change.meeting.attendees.unknown", unknown);
        String notes = check.required("notes", draft.notes(), NOTES, "change.meeting.notes.missing");
        check.finish();
        return new MeetingDraft(heldAt, draft.attendees(), notes);
    }

    private List<MinuteLine> lines(Meeting meeting) {
        return this.changes.find(meeting.numbers()).stream().map(this::line).toList();
    }

    private MinuteLine line(ChangeDetails change) {
        return MinuteLine.of(change,
                change.decisions()
                    .stream()
                    .filter((decision) -> decision.role() != null && decision.action() != ChangeAction.REQUESTED)
                    .map(this::vote)
                    .collect(Collectors.joining("\n")));
    }

    private String vote(ChangeDecision decision) {
        return Stream
            .of(this.people.name(decision.actor()) + ": "
                    + decision.action().name().toLowerCase(Locale.ROOT).replace('_', ' '), decision.reason(),
                    decision.conditions())
            .filter((part) -> part != null && !part.isBlank())
            .map((part) -> part.replace('\n', ' '))
            .collect(Collectors.joining("; "));
    }

    private Meeting meeting(long id) {
        return this.meetings.findById(id).orElseThrow(() -> new NotFoundException("meeting", Long.toString(id)));
    }

    private void write(String action, Meeting meeting) {
        MeetingDetails details = meeting.details();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("heldAt", details.heldAt().toString());
        values.put("attendees", details.attendees());
        values.put("changes", meeting.numbers());
        values.put("notes", details.notes());
        this.journal.record(JournalEntry.of(action, "meeting", Long.toString(details.id())).with(values));
    }

    private static Map<String, String> shown(String notes) {
        return Map.of("change.meeting.notes", notes);
    }

}
