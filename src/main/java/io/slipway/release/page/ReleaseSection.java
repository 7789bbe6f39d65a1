package io.slipway.release.page;

import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Tab;

/**
 * A section of the release page that another feature contributes. Its order says to which
 * {@link ReleaseTab} it belongs: plan from 10, package from 20, change and deployment
 * from 40, process from 70, record from 80. Its label is the message
 * {@code release.section.<id>}.
 */
public interface ReleaseSection extends Tab {

    /**
     * The model attributes of the template.
     * @param from the cursor of the URL's {@code from}, empty for the first page of a
     * list
     */
    Map<String, Object> content(ReleaseDetails release, String from);

}
