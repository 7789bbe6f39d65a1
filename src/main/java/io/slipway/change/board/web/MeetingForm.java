package io.slipway.change.board.web;

import java.util.List;

import io.slipway.change.board.MeetingDetails;
import io.slipway.change.board.MeetingDraft;
import io.slipway.input.InputCheck;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The form with the minutes of a meeting.
 *
 * @param heldAt when it began, local date and time in the person's zone
 * @param attendees user names; what is typed may have several, with spaces or commas
 * between them
 */
record MeetingForm(String heldAt, @Nullable List<String> attendees, String notes, String version) {

    static MeetingForm of(MeetingDetails meeting, Times times) {
        return new MeetingForm(times.toInputText(meeting.heldAt()), meeting.attendees(), meeting.notes(),
                Integer.toString(meeting.version()));
    }

    MeetingDraft toCommand(Times times, InputCheck check) {
        return new MeetingDraft(times.read(check, "heldAt", this.heldAt), FormText.userNames(this.attendees),
                this.notes);
    }

    int shownVersion() {
        return this.version.matches("\\d{1,9}") ? Integer.parseInt(this.version) : -1;
    }

}
