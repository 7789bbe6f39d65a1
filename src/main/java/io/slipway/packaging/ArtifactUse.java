package io.slipway.packaging;

import io.slipway.release.Phase;
import io.slipway.release.ReleaseStatus;

/**
 * One release that an artifact is part of.
 *
 * @param phase where that release is on its way
 * @param status whether it is under way or how it ended
 * @param unit the unit as which it was delivered
 */
public record ArtifactUse(String release, String releaseName, Phase phase, ReleaseStatus status,
        ReleaseUnitDetails unit) {
}
