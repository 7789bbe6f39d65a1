package io.slipway.deployment.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a tool tells of a deployment that it did.
 *
 * @param source who tells it, at most 300 characters
 * @param id its id at that source, at most 200 characters
 * @param at when, UTC
 * @param service the service; cut off after 200 characters
 * @param environment where; cut off after 200 characters
 * @param artifact address of what runs now, such as a package URL; cut off after 500
 * characters
 * @param digest SHA-256 of it, 64 lower-case hexadecimal digits
 */
public record DeploymentNews(String source, String id, ReportKind kind, Instant at, String service,
        @Nullable String environment, @Nullable String artifact, @Nullable String digest) {
}
