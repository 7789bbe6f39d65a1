package io.slipway.release.page;

import java.util.Map;

import io.slipway.release.ReleaseDetails;

/**
 * A part of the overview of a release that another feature contributes. Its template has
 * the fragment {@code part}.
 */
public interface ReleasePart {

    /**
     * The template's name.
     * @return such as {@code deployment/_readiness-part}
     */
    String template();

    /** Whether there is anything to show. */
    boolean concerns(ReleaseDetails release);

    /**
     * Whether it stands beside the essentials; otherwise it stands above the checklist.
     */
    default boolean aside() {
        return false;
    }

    /** The model attributes of the template. */
    Map<String, Object> content(ReleaseDetails release);

}
