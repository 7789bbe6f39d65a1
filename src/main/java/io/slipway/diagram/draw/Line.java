package io.slipway.diagram.draw;

import java.util.List;

import io.slipway.diagram.read.Point;
import org.jspecify.annotations.Nullable;

/**
 * A line between shapes, without marks.
 *
 * @param element id of the element
 * @param css its classes
 * @param path where it goes along
 * @param tips what it has at its ends
 * @param sign the message that is shown on it, null if none is
 * @param label its label
 * @param name its name, empty if it has none
 * @param ways the names of what it connects, from and to
 * @param points where it goes along
 */
public record Line(String element, String css, String path, List<Tip> tips, @Nullable Sign sign, Label label,
        String name, List<String> ways, List<Point> points) {
}
