package io.slipway.diagram.read;

/**
 * A place on a sheet.
 *
 * @param x to the right
 * @param y downwards
 */
public record Point(double x, double y) {

    /** How far another point is. */
    public double to(Point other) {
        return Math.hypot(other.x - this.x, other.y - this.y);
    }

    /** A point on the straight line to another. */
    public Point towards(Point other, double distance) {
        double length = to(other);
        if (length == 0) {
            return this;
        }
        return new Point(this.x + (other.x - this.x) * distance / length,
                this.y + (other.y - this.y) * distance / length);
    }

}
