package io.slipway.validation.gate;

import java.time.Instant;
import java.util.Map;

import io.slipway.release.ReleaseDetails;

/**
 * Knows which facts are waived.
 */
public interface GateWaivers {

    /**
     * The waivers in force for the package of a release as it is.
     * @param release the release
     * @return by the name of the fact
     */
    Map<String, Waived> of(ReleaseDetails release);

    /**
     * A waiver in force.
     *
     * @param id its id
     * @param justification why the package may go on
     * @param requestedBy user name of who asked for it
     * @param approvedBy user name of who approved it
     * @param expiresAt until when it counts, UTC
     */
    record Waived(long id, String justification, String requestedBy, String approvedBy, Instant expiresAt) {
    }

}
