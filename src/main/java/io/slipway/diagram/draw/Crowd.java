package io.slipway.diagram.draw;

import java.util.ArrayList;
import java.util.List;

import io.slipway.diagram.read.Box;
import io.slipway.diagram.read.Point;
import org.jspecify.annotations.Nullable;

/**
 * What already lies on a sheet, so that the next thing finds a place on nothing else.
 */
final class Crowd {

    /**
     * On a sheet with more than this, looking for room would take longer than it is
     * worth.
     */
    private static final int LARGE = 3_000;

    private final List<Box> boxes;

    private final List<Point[]> pieces;

    Crowd() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    private Crowd(List<Box> boxes, List<Point[]> pieces) {
        this.boxes = boxes;
        this.pieces = pieces;
    }

    /** The same sheet, on which more may be put without this one changing. */
    Crowd more() {
        return new Crowd(new ArrayList<>(this.boxes), this.pieces);
    }

    void add(Box box) {
        this.boxes.add(box);
    }

    void add(List<Point> points) {
        for (int i = 1; i < points.size(); i++) {
            this.pieces.add(new Point[] { points.get(i - 1), points.get(i) });
        }
    }

    /** The first of some places that meets nothing, or the one that meets least. */
    Box roomiest(List<Box> places, @Nullable Box owner) {
        Box best = places.get(0);
        if (this.boxes.size() + this.pieces.size() > LARGE) {
            return best;
        }
        int least = Integer.MAX_VALUE;
        for (Box place : places) {
            int met = met(place, owner, least);
            if (met == 0) {
                return place;
            }
            if (met < least) {
                best = place;
                least = met;
            }
        }
        return best;
    }

    private int met(Box place, @Nullable Box owner, int enough) {
        int met = 0;
        for (Box box : this.boxes) {
            if (box != owner && box.meets(place)) {
                met += 3;
                if (met >= enough) {
                    return met;
                }
            }
        }
        for (Point[] piece : this.pieces) {
            if (place.meets(piece[0], piece[1])) {
                met += 2;
                if (met >= enough) {
                    return met;
                }
            }
        }
        return met;
    }

}
