package io.slipway.workflow.migration;

import java.util.List;

/**
 * One run of the older version, and whether it can go to the newer one.
 *
 * @param id id of the process instance
 * @param waits labels of the elements at which it waits
 * @param problems why it cannot; empty if it can
 */
public record MigrationRun(String id, String release, List<String> waits, List<String> problems) {

    /** Whether it can go to the newer version. */
    public boolean possible() {
        return this.problems.isEmpty();
    }

}
