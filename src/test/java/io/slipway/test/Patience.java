package io.slipway.test;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long any test waits for what has to happen. It is no requirement and no measure: a
 * machine that is busy with other things may need all of it, and a test that passes never
 * does. Found by JUnit for every class, so that no test has a limit of its own.
 */
public final class Patience implements BeforeAllCallback {

    /** Long enough for a machine that is ten times slower than a quiet one. */
    public static final Duration LIMIT = Duration.ofMinutes(3);

    @Override
    public void beforeAll(ExtensionContext tests) {
        Awaitility.setDefaultTimeout(LIMIT);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(25));
    }

}
