package io.slipway.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import io.slipway.audit.chain.CheckpointOfTheDay;
import io.slipway.identity.GuessingNoticed;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Tells people that others try to sign in as them, and gives auditors who want it a
 * checkpoint of the record each day: what they keep in their mail nobody here can write
 * anew.
 */
@Component
class SafetyNews {

    private final PersonDirectory people;

    private final NewsWords words;

    private final Outbox outbox;

    private final Clock clock;

    SafetyNews(PersonDirectory people, NewsWords words, Outbox outbox, Clock clock) {
        this.people = people;
        this.words = words;
        this.outbox = outbox;
        this.clock = clock;
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

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(CheckpointOfTheDay event) {
        tell(event);
    }

    void tell(CheckpointOfTheDay event) {
        LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
        List<Fact> facts = List.of(Fact.of("rows", Long.toString(event.rows())), Fact.at("signed", event.at()),
                Fact.of("checkpoint", "\n" + event.note()));
        this.outbox.tell(
                new Matter("checkpoint:" + today, NotificationKind.CHECKPOINT, null,
                        this.words.title("checkpoint", today.toString()), this.words.text("checkpoint"), facts,
                        "/audit/integrity"),
                this.people.holding(Role.AUDITOR).stream().map(PersonSummary::userName).toList());
    }

}
