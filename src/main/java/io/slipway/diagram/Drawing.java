package io.slipway.diagram;

import java.util.List;

import io.slipway.diagram.draw.Frame;
import io.slipway.diagram.draw.Node;
import io.slipway.diagram.draw.Passage;
import io.slipway.diagram.draw.Sketch;

/**
 * A diagram as the templates draw it: everything is placed, worded and in its order.
 *
 * @param sketch what is drawn, without marks
 * @param id prefix of the ids on the page
 * @param label what the diagram shows, in a few words
 * @param summary what it shows, in a sentence or two
 * @param viewBox the part of the sheet that is drawn
 * @param frames what lies behind: pools, lanes, groups
 * @param passages the lines
 * @param nodes the shapes: flow nodes in flow order, then the others
 * @param signs names of the signs that it uses
 * @param legend names of the marks that it uses
 * @param unknown what was drawn as a neutral box
 * @param coloured how many shapes and lines have colours of their own in the file, which
 * are not drawn
 * @param missing what the file does not say how to draw, with its marks
 */
public record Drawing(Sketch sketch, String id, String label, String summary, String viewBox, String width,
        String height, List<Frame> frames, List<Passage> passages, List<Node> nodes, List<String> signs,
        List<String> legend, List<String> unknown, int coloured, List<String> missing) {

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return this.frames.isEmpty() && this.passages.isEmpty() && this.nodes.isEmpty();
    }

}
