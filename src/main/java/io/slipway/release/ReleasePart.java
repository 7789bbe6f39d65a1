package io.slipway.release;

import java.util.Map;

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

    /** The model attributes of the template. */
    Map<String, Object> content(ReleaseDetails release);

}
