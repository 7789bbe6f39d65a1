package io.slipway.test;

import org.awaitility.Awaitility;

import org.springframework.dao.ConcurrencyFailureException;

/**
 * Does what a person does when a page says that the release moved on in this very moment:
 * try again. The engine's own jobs run beside the tests and may touch the same process.
 */
final class Again {

    private Again() {
    }

    static void whenItMovedOn(Runnable act) {
        Awaitility.await("to be let in between the engine's jobs")
            .ignoreExceptionsInstanceOf(ConcurrencyFailureException.class)
            .until(() -> {
                act.run();
                return true;
            });
    }

}
