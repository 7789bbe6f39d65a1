package io.slipway.identity;

import java.time.Clock;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every feature states what was done; the audit record writes it down in the same
 * transaction, so that state and record agree after any crash.
 */
@Component
public class Journal {

    private final CurrentActor currentActor;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    Journal(CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Who acts now. */
    public Act act() {
        return new Act(this.currentActor.get().userName(), this.clock.instant());
    }

    /**
     * States that the current actor did something. Refuses to run outside a transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(JournalEntry entry) {
        record(this.currentActor.get(), entry);
    }

    /**
     * States that the current actor did many things at once, such as importing a file;
     * they are written together and keep their order. Refuses to run outside a
     * transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<JournalEntry> entries) {
        if (!entries.isEmpty()) {
            this.events
                .publishEvent(new ActionsRecorded(this.currentActor.get(), this.clock.instant(), List.copyOf(entries)));
        }
    }

    /**
     * States that somebody else than the current actor did something: a sign-in, or an
     * act whose person is no longer on the thread. Refuses to run outside a transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, JournalEntry entry) {
        this.events.publishEvent(new ActionRecorded(actor, this.clock.instant(), entry));
    }

}
