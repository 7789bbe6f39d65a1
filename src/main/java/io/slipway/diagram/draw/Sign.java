package io.slipway.diagram.draw;

import io.slipway.diagram.read.Box;

/**
 * A sign within a shape, such as an envelope or a person.
 *
 * @param name its fragment in {@code diagram/_signs}
 * @param place where it is
 */
public record Sign(String name, Place place) {

    static Sign at(String name, double x, double y, double size) {
        return new Sign(name, Place.of(new Box(x, y, size, size)));
    }

    static Sign amid(String name, Box box, double size) {
        return at(name, box.centerX() - size / 2, box.centerY() - size / 2, size);
    }

}
