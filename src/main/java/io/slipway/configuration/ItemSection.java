package io.slipway.configuration;

import java.util.Map;

import io.slipway.ui.Tab;

/**
 * A tab of a configuration item's page that another feature contributes: impact 10,
 * releases 20, baselines 30, history 90. Its label is the message
 * {@code configuration.section.<id>}.
 */
public interface ItemSection extends Tab {

    /**
     * The model attributes of the template.
     * @param from the cursor of the URL's {@code from}, empty for the first page of a
     * list
     */
    Map<String, Object> content(ItemDetails item, String from);

}
