package io.slipway.earlylife.incident;

import org.jspecify.annotations.Nullable;

/**
 * Tells that monitoring reports an open incident of a release. It is told with each news
 * of one that is not over.
 *
 * @param id identifies the incident within the portal
 * @param subject its id at the source that reports it
 * @param description what is wrong; null if that was not told
 */
public record IncidentOpened(String release, long id, String subject, @Nullable String description) {
}
