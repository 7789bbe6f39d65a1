package io.slipway.deployment.halt;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.input.InvalidInputException;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.Stop;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds running deployments at their next step while the line is stopped. The way back is
 * never held.
 */
@Service
@Transactional
public class HaltManagement {

    private final HaltStore store;

    private final ScheduleManagement schedule;

    private final PersonDirectory people;

    private final Messages messages;

    private final Times times;

    private final Journal journal;

    HaltManagement(HaltStore store, ScheduleManagement schedule, PersonDirectory people, Messages messages, Times times,
            Journal journal) {
        this.store = store;
        this.schedule = schedule;
        this.people = people;
        this.messages = messages;
        this.times = times;
        this.journal = journal;
    }

    /**
     * Looks whether the line is stopped, before a deployment goes on: holds it if so, and
     * lets it go on otherwise.
     * @return whether it is held
     */
    public boolean check(String releaseKey) {
        Stop stop = this.schedule.stopped().orElse(null);
        if (stop == null) {
            end(releaseKey, "WENT_ON", "deployment.went-on");
            return false;
        }
        if (!this.store.held(releaseKey)) {
            this.store.hold(releaseKey, this.journal.act().at(), stop);
            this.journal.record(JournalEntry.ofRelease("deployment.held", releaseKey)
                .because(stop.reason())
                .with(Map.of("stoppedBy", stop.by(), "stoppedAt", stop.at())));
        }
        return true;
    }

    /** Notes that a release is taken back instead of waiting on, if it was held. */
    public void giveUp(String releaseKey) {
        end(releaseKey, "ROLLED_BACK", "deployment.not-waited");
    }

    private void end(String releaseKey, String how, String action) {
        Act act = this.journal.act();
        if (this.store.end(releaseKey, act.at(), how)) {
            this.journal.record(JournalEntry.ofRelease(action, releaseKey));
        }
    }

    /**
     * Refuses, at the form as a whole, while the line is stopped.
     * @param code key of the message, whose argument is what {@link #stopped} says
     */
    public void refuseWhileStopped(String code) {
        stopped().ifPresent((stop) -> {
            throw new InvalidInputException("", code, stop);
        });
    }

    /**
     * What stops the line now.
     * @return one sentence with who, when and why; nothing while it runs
     */
    @Transactional(readOnly = true)
    public Optional<String> stopped() {
        return this.schedule.stopped()
            .map((stop) -> this.messages.text("deployment.unready.line", this.people.name(stop.by()),
                    this.times.withZone(stop.at()), stop.reason()));
    }

    /**
     * When a release's deployment was held.
     * @return at most 100 times, the latest first
     */
    @Transactional(readOnly = true)
    public List<Halt> of(String releaseKey) {
        return this.store.of(releaseKey);
    }

    /**
     * What holds the deployments of some releases now, in one statement.
     * @param releaseKeys at most a page of a list
     * @return what holds each that is held
     */
    @Transactional(readOnly = true)
    public Map<String, Halt> now(Collection<String> releaseKeys) {
        return this.store.among(releaseKeys);
    }

    /**
     * What holds a release's deployment now.
     * @return null if nothing does
     */
    @Transactional(readOnly = true)
    public @Nullable Halt now(String releaseKey) {
        return this.store.among(List.of(releaseKey)).get(releaseKey);
    }

}
