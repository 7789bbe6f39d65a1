package io.slipway.identity.people;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Turns a {@link NoAdministratorException} into one line of the log.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoAdministratorReporter implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(NoAdministratorReporter.class);

    NoAdministratorReporter(@Nullable ConfigurableApplicationContext context) {
    }

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoAdministratorException) {
                log.error("Slipway cannot start: {}", cause.getMessage());
                return true;
            }
        }
        return false;
    }

}
