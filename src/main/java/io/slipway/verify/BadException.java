package io.slipway.verify;

/**
 * Thrown where something is not what was signed or sealed.
 */
class BadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadException(String what) {
        super(what);
    }

    static void unless(boolean good, String what) {
        if (!good) {
            throw new BadException(what);
        }
    }

}
