package io.slipway.change.board;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The minutes of a meeting, as pages show them.
 *
 * @param id number of the meeting
 * @param heldAt when it began, UTC
 * @param attendees user names of who was there, in order
 * @param lines the changes that were up, with what became of them
 * @param closed whether nothing may be changed any more
 * @param writtenBy user name of who began the minutes
 * @param closedBy user name of who closed them
 * @param closedAt when they were closed, UTC
 */
public record MeetingDetails(long id, Instant heldAt, List<String> attendees, String notes, List<MinuteLine> lines,
        boolean closed, String writtenBy, @Nullable String closedBy, @Nullable Instant closedAt, int version) {
}
