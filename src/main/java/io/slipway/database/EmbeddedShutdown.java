package io.slipway.database;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Stops the embedded server after the portal, and ends with the code of success. A
 * virtual machine ended by a signal would give 143, which {@code mvn spring-boot:run}
 * calls a failure, though stopping is what was asked for.
 */
class EmbeddedShutdown implements ApplicationListener<ApplicationReadyEvent>, Runnable {

    private final EmbeddedMariaDb server;

    private volatile boolean started;

    EmbeddedShutdown(EmbeddedMariaDb server) {
        this.server = server;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        this.started = true;
    }

    @Override
    public void run() {
        this.server.close();
        if (this.started) {
            Runtime.getRuntime().halt(0);
        }
    }

}
