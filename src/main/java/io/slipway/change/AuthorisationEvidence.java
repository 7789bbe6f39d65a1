package io.slipway.change;

import java.util.Map;

/**
 * What a feature above shows to whoever authorises a change. Its template has the
 * fragment {@code authorisation}.
 */
public interface AuthorisationEvidence {

    /**
     * The template's name.
     * @return such as {@code release/_collisions}
     */
    String template();

    /**
     * The model attributes of the template.
     * @param releaseKey key of the release
     * @return attributes by name
     */
    Map<String, Object> content(String releaseKey);

}
