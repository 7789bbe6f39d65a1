package io.slipway.release;

import java.util.Map;

import io.slipway.ui.Tab;

/**
 * A tab of the release page that another feature contributes, in the order of a release's
 * life: plan 10, package 20, validation 30, change 40, deployment 50, support 60, review
 * 70, decisions 80, history 90. Its label is the message {@code release.section.<id>}.
 */
public interface ReleaseSection extends Tab {

    /**
     * The model attributes of the template.
     * @param from the cursor of the URL's {@code from}, empty for the first page of a
     * list
     */
    Map<String, Object> content(ReleaseDetails release, String from);

}
