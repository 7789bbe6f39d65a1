package io.slipway.release;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.NotFoundException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every transition of a release goes through: loaded under a lock, stored at once,
 * written down in the journal.
 */
@Component
class ReleaseStore {

    private final ReleaseRepository releases;

    private final ReleaseQueries queries;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    ReleaseStore(ReleaseRepository releases, ReleaseQueries queries, Journal journal, ApplicationEventPublisher events,
            Clock clock) {
        this.releases = releases;
        this.queries = queries;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** What pages see of a release, as last stored. */
    ReleaseDetails get(String key) {
        return this.queries.find(key).orElseThrow(() -> new NotFoundException("release", key));
    }

    /** The release for a transition; whoever else wants to change it waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Release load(String key) {
        return this.releases.findByKey(key.strip().toUpperCase(Locale.ROOT))
            .orElseThrow(() -> new NotFoundException("release", key));
    }

    /**
     * Begins a change of what belongs to a release: whoever else wants to change it
     * waits.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReleaseChange revise(String key) {
        return new ReleaseChange(this, load(key));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void store(Release release) {
        release.changed(this.clock.instant());
        this.releases.saveAndFlush(release);
    }

    /** Does a transition, stores it and writes it down. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Release change(String key, Consumer<Release> transition, JournalEntry entry) {
        Release release = load(key);
        transition.accept(release);
        store(release);
        this.journal.record(entry);
        return release;
    }

    void record(JournalEntry entry) {
        this.journal.record(entry);
    }

    void recordChange(String action, String key, Map<String, ?> before, Map<String, ?> after) {
        this.journal.record(JournalEntry.ofRelease(action, key).change(before, after));
    }

    void publish(Object event) {
        this.events.publishEvent(event);
    }

}
