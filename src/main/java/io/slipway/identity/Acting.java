package io.slipway.identity;

import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/**
 * Runs code as a person, with that person's roles: for the demo and for tests, never for
 * requests.
 */
@Component
public class Acting {

    /**
     * Runs code as a person and restores who acted before.
     * @param <T> what the code gives
     * @param userName the person; refuses one who does not exist or is disabled
     * @param code what to run
     * @return what the code gave
     */
    public <T> T as(String userName, Supplier<T> code) {
        throw new UnsupportedOperationException();
    }

    /**
     * Runs code as a person and restores who acted before.
     * @param userName the person; refuses one who does not exist or is disabled
     * @param code what to run
     */
    public void as(String userName, Runnable code) {
        as(userName, () -> {
            code.run();
            return true;
        });
    }

}
