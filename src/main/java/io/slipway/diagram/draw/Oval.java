package io.slipway.diagram.draw;

import io.slipway.diagram.read.Box;

/**
 * The circle in a box as SVG writes it; an ellipse where the box is no square.
 *
 * @param cx its middle, from left to right
 * @param cy its middle, from top to bottom
 * @param rx half its width
 * @param ry half its height
 */
public record Oval(String cx, String cy, String rx, String ry) {

    static Oval of(Box box) {
        return new Oval(Numbers.text(box.centerX()), Numbers.text(box.centerY()), Numbers.text(box.width() / 2),
                Numbers.text(box.height() / 2));
    }

}
