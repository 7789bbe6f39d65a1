package io.slipway.diagram;

import java.util.List;

/**
 * A diagram as the templates draw it: everything is placed, worded and in its order.
 *
 * @param id prefix of the ids on the page
 * @param label what the diagram shows, in a few words
 * @param unknown what was drawn as a neutral box
 */
public record Drawing(String id, String label, List<String> unknown) {
}
