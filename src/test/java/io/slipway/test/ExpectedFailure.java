package io.slipway.test;

import java.util.Arrays;

/**
 * A failure that a test makes on purpose: it says where it comes from and no more, so
 * that the log of the tests has long traces of mistakes only.
 */
public final class ExpectedFailure {

    private ExpectedFailure() {
    }

    /**
     * Makes a failure.
     * @param message what it says
     * @return the failure, to be thrown where it is made
     */
    public static IllegalStateException of(String message) {
        IllegalStateException failure = new IllegalStateException(message);
        failure.setStackTrace(Arrays.copyOfRange(failure.getStackTrace(), 1, 2));
        return failure;
    }

}
