package io.slipway.change.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Minutes name people who exist, a time that has come and what was said; once closed,
 * nobody changes them.
 */
@SlipwayTest
class MeetingManagementTests {

    @Autowired
    MeetingManagement meetings;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void stopsTheClock() {
        this.now = this.clock.stop();
    }

    @Test
    void namesAllThatIsMissingOrWrong() {
        refuses("heldAt: change.meeting.heldAt.missing, attendees: change.meeting.attendees.none, "
                + "notes: change.meeting.notes.missing", new MeetingDraft(null, Set.of(), " "));
        refuses("heldAt: change.meeting.heldAt.future, attendees: change.meeting.attendees.unknown, notes: ui.too-long",
                new MeetingDraft(this.now.plus(Duration.ofDays(1)).plusMillis(1),
                        Set.of("release-manager", "nobody-at-all"), "n".repeat(10_001)));
        Set<String> crowd = IntStream.rangeClosed(0, MeetingManagement.MOST_ATTENDEES)
            .mapToObj((number) -> "person-" + number)
            .collect(Collectors.toSet());
        refuses("attendees: change.meeting.attendees.missing", new MeetingDraft(this.now, crowd, "Nothing."));
    }

    @Test
    void areWrittenByTheBoardAndChangedUntilTheyAreClosed() {
        MeetingDraft draft = draft(" Agreed. ");
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as("test-manager", () -> this.meetings.record(draft)));
        long id = this.acting.as("change-authority", () -> this.meetings.record(draft));
        MeetingDetails first = this.meetings.get(id);
        assertThat(first.notes()).isEqualTo("Agreed.");
        assertThat(first.attendees()).containsExactly("change-authority", "release-manager");
        act(() -> this.meetings.change(id, first.version(), draft("Agreed by all.")));
        assertThatExceptionOfType(StaleFormException.class)
            .isThrownBy(() -> act(() -> this.meetings.change(id, first.version(), draft("Not agreed."))));
        act(() -> this.meetings.close(id));
        MeetingDetails closed = this.meetings.get(id);
        assertThat(closed.closedBy()).isEqualTo("release-manager");
        assertThat(closed.closedAt()).isEqualTo(this.now);
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> act(() -> this.meetings.change(id, closed.version(), draft("Other."))))
            .withMessage(": change.meeting.closed");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> act(() -> this.meetings.close(id)))
            .withMessage(": change.meeting.closed");
        assertThat(this.meetings.get(id).notes()).isEqualTo("Agreed by all.");
    }

    @Test
    void areNotFoundUnderAnotherNumber() {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.meetings.get(Long.MAX_VALUE));
    }

    private MeetingDraft draft(String notes) {
        return new MeetingDraft(this.now, Set.of("release-manager", "change-authority"), notes);
    }

    private void act(Runnable act) {
        this.acting.as("release-manager", act);
    }

    private void refuses(String problems, MeetingDraft draft) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> act(() -> this.meetings.record(draft)))
            .withMessage(problems);
    }

}
