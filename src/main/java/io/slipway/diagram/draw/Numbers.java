package io.slipway.diagram.draw;

/**
 * Coordinates as SVG writes them, and counts as people read them in a small space.
 */
final class Numbers {

    private Numbers() {
    }

    /** A coordinate with two decimals at most. */
    static String text(double number) {
        long hundredths = Math.round(number * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        String sign = (hundredths < 0) ? "-" : "";
        long positive = Math.abs(hundredths);
        String decimals = (positive % 10 == 0) ? Long.toString(positive % 100 / 10)
                : ((positive % 100 < 10) ? "0" : "") + positive % 100;
        return sign + positive / 100 + "." + decimals;
    }

    /** A count with four digits at most. */
    static String count(long number) {
        if (number < 10_000) {
            return Long.toString(number);
        }
        return (number < 10_000_000) ? number / 1000 + "k" : number / 1_000_000 + "M";
    }

}
