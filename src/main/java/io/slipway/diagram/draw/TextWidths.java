package io.slipway.diagram.draw;

/**
 * How wide text is in Arial and the fonts made to its measures, so that labels are
 * wrapped without asking a browser. Scripts that the table does not know are taken as
 * rather wide.
 */
final class TextWidths {

    /** Thousandths of the font size, from the space to the tilde. */
    private static final short[] LATIN = { 278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278,
            278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722,
            722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
            667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833,
            556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 };

    private TextWidths() {
    }

    static double of(String text, double size) {
        long sum = 0;
        for (int i = 0; i < text.length();) {
            int point = text.codePointAt(i);
            sum += width(point);
            i += Character.charCount(point);
        }
        return sum * size / 1000;
    }

    static int width(int point) {
        if (point >= ' ' && point <= '~') {
            return LATIN[point - ' '];
        }
        if (point < ' ' || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.FORMAT) {
            return 0;
        }
        if (point < 0x250) {
            return Character.isUpperCase(point) ? 740 : 560;
        }
        if (point < 0x1100) {
            return 640;
        }
        if (point < 0x2e80) {
            return (point >= 0x2190) ? 1000 : 600;
        }
        return (point > 0xffff) ? 1300 : 1000;
    }

}
