package io.slipway.audit.report;

import java.time.Instant;

/**
 * From when until when something is reported.
 *
 * @param since when it begins, UTC
 * @param until when it is over, UTC; this moment is not part of it
 */
public record ReportPeriod(Instant since, Instant until) {
}
