package io.slipway.deployment.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A deployment that a tool reported, judged by what the portal knows now.
 *
 * @param id identifies it within the portal
 * @param release key of the release that it names
 * @param at when, UTC
 * @param environment where
 * @param artifact address of what runs now
 * @param digest its SHA-256
 * @param match whether that is of the release's package
 * @param timing whether a deployment of the release was running then
 * @param attempt number of that deployment; 0 if there is none
 */
public record ReportedDeployment(long id, String release, String source, ReportKind kind, Instant at, String service,
        @Nullable String environment, @Nullable String artifact, @Nullable String digest, ReportMatch match,
        @Nullable String unit, ReportTiming timing, int attempt) {
}
