package io.slipway.release.page;

import io.slipway.release.ReleaseDetails;

/**
 * A line among the essentials of a release that another feature contributes.
 */
public interface ReleaseEssential {

    /** What it is called. */
    String label();

    /**
     * What there is to say.
     * @return such as {@code 3 units}
     */
    String text(ReleaseDetails release);

}
