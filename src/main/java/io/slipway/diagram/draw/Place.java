package io.slipway.diagram.draw;

import io.slipway.diagram.read.Box;

/**
 * A box as SVG writes it.
 *
 * @param x its left side
 * @param y its upper side
 */
public record Place(String x, String y, String width, String height) {

    static Place of(Box box) {
        return new Place(Numbers.text(box.x()), Numbers.text(box.y()), Numbers.text(box.width()),
                Numbers.text(box.height()));
    }

}
