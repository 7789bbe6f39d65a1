package io.slipway.diagram.draw;

import java.util.List;

import io.slipway.diagram.read.Element;
import io.slipway.diagram.read.Point;
import org.jspecify.annotations.Nullable;

/**
 * A line between shapes, without marks.
 *
 * @param path what is drawn: with round bends, from border to border
 * @param exact where it goes along, as the file says; here it can be pointed at
 * @param tips what it has at its ends
 * @param sign the message that is shown on it, null if none is
 * @param name its name, empty if it has none
 * @param source where it begins, null if that is not known
 * @param target where it ends, null if that is not known
 * @param points where it goes along
 */
public record Line(String element, String css, String path, String exact, List<Tip> tips, @Nullable Sign sign,
        Label label, String name, @Nullable Element source, @Nullable Element target, List<Point> points) {
}
