package io.slipway.release;

import java.util.Map;

/**
 * A tab of the release page that another feature contributes. Its template is
 * {@code <feature>/_section.html} with the fragment {@code section}; its label is the
 * message {@code release.section.<id>}.
 */
public interface ReleaseSection {

    /**
     * The tab's name in the address.
     * @return a lower-case word, such as {@code change}
     */
    String id();

    /**
     * The place among the tabs, lower comes first.
     * @return plan 10, package 20, validation 30, change 40, deployment 50, support 60,
     * review 70, decisions 80, history 90
     */
    int order();

    /**
     * The template's name.
     * @return such as {@code change/_section}
     */
    String template();

    /**
     * The model attributes of the template.
     * @param from the cursor of the URL's {@code from}, empty for the first page of a
     * list
     */
    Map<String, Object> content(ReleaseDetails release, String from);

}
