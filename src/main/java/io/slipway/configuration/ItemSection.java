package io.slipway.configuration;

import java.util.Map;

/**
 * A tab of a configuration item's page that another feature contributes. Its template has
 * the fragment {@code section}; its label is the message
 * {@code configuration.section.<id>}.
 */
public interface ItemSection {

    /**
     * The tab's name in the address.
     * @return a lower-case word, such as {@code history}
     */
    String id();

    /**
     * The place among the tabs, lower comes first.
     * @return impact 10, releases 20, baselines 30, history 90
     */
    int order();

    /**
     * The template's name.
     * @return such as {@code audit/_section}
     */
    String template();

    /**
     * The model attributes of the template.
     * @param from the cursor of the URL's {@code from}, empty for the first page of a
     * list
     */
    Map<String, Object> content(ItemDetails item, String from);

}
