package io.slipway.notification;

import java.util.List;

import io.slipway.deployment.environment.EnvironmentFreed;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Tells whoever waited for an environment that they have it now.
 */
@Component
class EnvironmentNews {

    private final NewsWords words;

    private final Outbox outbox;

    EnvironmentNews(NewsWords words, Outbox outbox) {
        this.words = words;
        this.outbox = outbox;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(EnvironmentFreed event) {
        this.outbox.tell(
                new Matter("environment:" + event.hold(), NotificationKind.SCHEDULE, event.releaseKey(),
                        this.words.title("environment-freed", event.environment()),
                        this.words.text("environment-freed", event.environment()),
                        List.of(Fact.of("purpose", event.purpose())), "/environments/" + event.environment()),
                List.of(event.holder()));
    }

}
