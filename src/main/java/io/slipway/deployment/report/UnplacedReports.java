package io.slipway.deployment.report;

import java.time.Instant;
import java.util.List;

/**
 * Knows of deployments that tools reported and that belong to no release: whoever takes
 * news in tells it.
 */
public interface UnplacedReports {

    /**
     * What was reported in a period and could be placed nowhere, the newest first.
     * @param most how many to find
     */
    List<UnplacedReport> unplaced(Instant since, Instant until, int most);

    /**
     * One such report.
     *
     * @param id identifies it within the portal
     * @param source who tells it
     * @param subject what was deployed, as its source names it
     * @param receivedAt when it came, UTC
     * @param reason why nothing came of it
     */
    record UnplacedReport(long id, String source, String subject, Instant receivedAt, String reason) {
    }

}
