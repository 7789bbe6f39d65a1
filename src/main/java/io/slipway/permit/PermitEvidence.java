package io.slipway.permit;

import java.util.Map;

/**
 * What the pages of a kind's two tasks show: contributed beside the kind.
 */
public interface PermitEvidence {

    /** The kind. */
    String kind();

    /**
     * What decides on a permit, and what is looked back on.
     * @return attributes of the templates by name
     */
    Map<String, Object> of(PermitDetails permit);

}
