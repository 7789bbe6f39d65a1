package io.slipway.change.board.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.change.board.MeetingDetails;
import io.slipway.change.board.MeetingDraft;
import io.slipway.ui.FormText;
import io.slipway.ui.Times;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form with the minutes of a meeting.
 *
 * @param heldAt when it began, local date and time in the person's zone
 * @param attendees user names, with spaces, commas or line breaks between them
 * @param notes what was said
 * @param version the version that was shown
 */
record MeetingForm(@NotBlank(message = "{change.meeting.heldAt.missing}") @Nullable String heldAt,
        @NotBlank(message = "{change.meeting.attendees.none}") @Size(max = 4000,
                message = "{change.text.too-long}") @Nullable String attendees,
        @NotBlank(message = "{change.meeting.notes.missing}") @Size(max = 10000,
                message = "{change.text.too-long}") @Nullable String notes,
        @Nullable String version) {

    MeetingForm {
        heldAt = FormText.of(heldAt);
        attendees = FormText.of(attendees);
        notes = FormText.of(notes);
        version = FormText.of(version);
    }

    static MeetingForm of(MeetingDetails meeting, Times times) {
        return new MeetingForm(times.toInputText(meeting.heldAt()), String.join("\n", meeting.attendees()),
                meeting.notes(), Integer.toString(meeting.version()));
    }

    MeetingDraft toCommand(Times times) {
        Set<String> names = Arrays.stream(this.attendees.split("[\\s,;]+"))
            .filter((name) -> !name.isEmpty())
            .collect(Collectors.toSet());
        return new MeetingDraft(times.parse("heldAt", this.heldAt), names, this.notes);
    }

    int shownVersion() {
        return this.version.matches("\\d{1,9}") ? Integer.parseInt(this.version) : -1;
    }

}
