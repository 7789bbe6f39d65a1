package io.slipway.change.board.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.change.board.MeetingDetails;
import io.slipway.change.board.MeetingDraft;
import io.slipway.input.InputCheck;
import io.slipway.ui.Times;

/**
 * The form with the minutes of a meeting.
 *
 * @param heldAt when it began, local date and time in the person's zone
 * @param attendees user names, with spaces, commas or line breaks between them
 */
record MeetingForm(String heldAt, String attendees, String notes, String version) {

    static MeetingForm of(MeetingDetails meeting, Times times) {
        return new MeetingForm(times.toInputText(meeting.heldAt()), String.join("\n", meeting.attendees()),
                meeting.notes(), Integer.toString(meeting.version()));
    }

    MeetingDraft toCommand(Times times, InputCheck check) {
        Set<String> names = Arrays.stream(this.attendees.split("[\\s,;]+"))
            .filter((name) -> !name.isEmpty())
            .collect(Collectors.toSet());
        return new MeetingDraft(times.read(check, "heldAt", this.heldAt), names, this.notes);
    }

    int shownVersion() {
        return this.version.matches("\\d{1,9}") ? Integer.parseInt(this.version) : -1;
    }

}
