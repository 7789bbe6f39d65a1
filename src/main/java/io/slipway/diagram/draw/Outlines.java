package io.slipway.diagram.draw;

import io.slipway.diagram.read.Box;

/**
 * Outlines that are neither circle nor box.
 */
final class Outlines {

    private Outlines() {
    }

    static String diamond(Box box) {
        return path("M", box.x(), box.centerY(), "L", box.centerX(), box.y(), "L", box.right(), box.centerY(), "L",
                box.centerX(), box.bottom(), "Z");
    }

    static String page(Box box) {
        double fold = fold(box);
        return path("M", box.x(), box.y(), "H", box.right() - fold, "L", box.right(), box.y() + fold, "V", box.bottom(),
                "H", box.x(), "Z");
    }

    static String pageFold(Box box) {
        double fold = fold(box);
        return path("M", box.right() - fold, box.y(), "V", box.y() + fold, "H", box.right());
    }

    static String store(Box box) {
        double half = box.width() / 2;
        double bend = bend(box);
        return path("M", box.x(), box.y() + bend, "A", half, bend, 0, 0, 1, box.right(), box.y() + bend, "V",
                box.bottom() - bend, "A", half, bend, 0, 0, 1, box.x(), box.bottom() - bend, "Z");
    }

    static String storeRims(Box box) {
        double half = box.width() / 2;
        double bend = bend(box);
        StringBuilder rims = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            double y = box.y() + bend + i * bend * 0.8;
            rims.append(path("M", box.x(), y, "A", half, bend, 0, 0, 0, box.right(), y));
        }
        return rims.toString();
    }

    static String bracket(Box box) {
        double arm = Math.min(10, box.width() / 2);
        return path("M", box.x() + arm, box.y(), "H", box.x(), "V", box.bottom(), "H", box.x() + arm);
    }

    static String envelope(Box box) {
        return path("M", box.x(), box.y(), "H", box.right(), "V", box.bottom(), "H", box.x(), "Z");
    }

    static String envelopeFlap(Box box) {
        return path("M", box.x(), box.y(), "L", box.centerX(), box.centerY(), "L", box.right(), box.y());
    }

    static String hexagon(Box box) {
        double slant = box.width() / 4;
        return path("M", box.x(), box.centerY(), "L", box.x() + slant, box.y(), "H", box.right() - slant, "L",
                box.right(), box.centerY(), "L", box.right() - slant, box.bottom(), "H", box.x() + slant, "Z");
    }

    static String path(Object... parts) {
        StringBuilder path = new StringBuilder();
        for (Object part : parts) {
            boolean command = part instanceof String;
            path.append(command || path.isEmpty() || Character.isLetter(path.charAt(path.length() - 1)) ? "" : " ")
                .append(command ? part : Numbers.text(((Number) part).doubleValue()));
        }
        return path.toString();
    }

    private static double fold(Box box) {
        return Math.min(box.width(), box.height()) * 0.3;
    }

    private static double bend(Box box) {
        return Math.min(box.height() / 4, box.width() * 0.13);
    }

}
