package io.slipway.change.board;

import java.time.Instant;
import java.util.Set;

/**
 * What people write into the minutes of a meeting.
 *
 * @param heldAt when the meeting began, UTC
 * @param attendees user names of who was there
 * @param notes what was said, at most 10,000 characters
 */
public record MeetingDraft(Instant heldAt, Set<String> attendees, String notes) {

    public MeetingDraft {
        attendees = Set.copyOf(attendees);
    }

}
