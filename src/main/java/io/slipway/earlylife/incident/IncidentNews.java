package io.slipway.earlylife.incident;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What monitoring tells of an incident at one moment.
 *
 * @param source who tells it, at most 300 characters
 * @param subject id of the incident at that source, at most 200 characters
 * @param resolved whether it is over; else it is open
 * @param at when that was, UTC
 * @param priority 1, the most severe, to 4; null if that is not told
 * @param description what is wrong; cut off after 1,000 characters
 * @param service the service that is concerned; cut off after 200 characters
 * @param environment where; cut off after 200 characters
 * @param ticket address of a ticket; left out if it is no http(s) address or longer than
 * 500 characters
 */
public record IncidentNews(String source, String subject, boolean resolved, Instant at, @Nullable Integer priority,
        @Nullable String description, @Nullable String service, @Nullable String environment, @Nullable String ticket) {
}
