package io.slipway.diagram.read;

/**
 * A rectangle on a sheet.
 *
 * @param x its left side
 * @param y its upper side
 */
public record Box(double x, double y, double width, double height) {

    /** Its right side. */
    public double right() {
        return this.x + this.width;
    }

    /** Its lower side. */
    public double bottom() {
        return this.y + this.height;
    }

    /** Its middle, from left to right. */
    public double centerX() {
        return this.x + this.width / 2;
    }

    /** Its middle, from top to bottom. */
    public double centerY() {
        return this.y + this.height / 2;
    }

    /** Its middle. */
    public Point center() {
        return new Point(centerX(), centerY());
    }

    /** How much of the sheet it takes. */
    public double area() {
        return this.width * this.height;
    }

    /**
     * The box that is larger on each side.
     * @param by how much
     */
    public Box grown(double by) {
        return new Box(this.x - by, this.y - by, this.width + 2 * by, this.height + 2 * by);
    }

    /** The smallest box around this and another. */
    public Box with(Box other) {
        double left = Math.min(this.x, other.x);
        double top = Math.min(this.y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** Whether both have something in common. */
    public boolean meets(Box other) {
        return this.x < other.right() && other.x < right() && this.y < other.bottom() && other.y < bottom();
    }

    /** Whether another lies in this one. */
    public boolean holds(Box other) {
        return other.x >= this.x && other.y >= this.y && other.right() <= right() && other.bottom() <= bottom();
    }

    /**
     * Tells whether a straight line goes through.
     * @param from where the line begins
     * @param to where it ends
     */
    public boolean meets(Point from, Point to) {
        double enter = 0;
        double leave = 1;
        double[] steps = { from.x() - to.x(), to.x() - from.x(), from.y() - to.y(), to.y() - from.y() };
        double[] rooms = { from.x() - this.x, right() - from.x(), from.y() - this.y, bottom() - from.y() };
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] == 0 && rooms[i] < 0) {
                return false;
            }
            if (steps[i] < 0) {
                enter = Math.max(enter, rooms[i] / steps[i]);
            }
            else if (steps[i] > 0) {
                leave = Math.min(leave, rooms[i] / steps[i]);
            }
        }
        return enter < leave;
    }

    /**
     * Where the straight line from the middle to a point leaves the box.
     * @return a point on the border, or the middle if that is where the point is
     */
    public Point border(Point point) {
        double dx = point.x() - centerX();
        double dy = point.y() - centerY();
        if (dx == 0 && dy == 0) {
            return center();
        }
        double byWidth = (dx == 0) ? Double.MAX_VALUE : this.width / 2 / Math.abs(dx);
        double byHeight = (dy == 0) ? Double.MAX_VALUE : this.height / 2 / Math.abs(dy);
        double part = Math.min(1, Math.min(byWidth, byHeight));
        return new Point(centerX() + dx * part, centerY() + dy * part);
    }

}
