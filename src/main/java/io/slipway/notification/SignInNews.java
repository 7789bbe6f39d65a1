package io.slipway.notification;

import java.util.List;

import io.slipway.identity.GuessingNoticed;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Tells people that others try to sign in as them.
 */
@Component
class SignInNews {

    private final NewsWords words;

    private final Outbox outbox;

    SignInNews(NewsWords words, Outbox outbox) {
        this.words = words;
        this.outbox = outbox;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(GuessingNoticed event) {
        List<Fact> facts = List.of(Fact.at("noticed", event.at()),
                Fact.of("failures", Integer.toString(event.failures())));
        this.outbox.tell(
                new Matter("guessing:" + event.userName() + ":" + event.at().toEpochMilli(), NotificationKind.SIGN_IN,
                        null, this.words.title("guessing"), this.words.text("guessing"), facts, "/me"),
                List.of(event.userName()));
    }

}
