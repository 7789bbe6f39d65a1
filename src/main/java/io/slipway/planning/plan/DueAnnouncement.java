package io.slipway.planning.plan;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a communication plan at its time.
 *
 * @param place its place in the plan, from 0
 * @param announcement the entry
 * @param dueAt when it is due, UTC; null while the planned time is not known
 */
public record DueAnnouncement(int place, Announcement announcement, @Nullable Instant dueAt) {
}
