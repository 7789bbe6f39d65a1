package io.slipway.release;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.StaleFormException;
import io.slipway.release.checklist.ChecklistFact;
import io.slipway.release.checklist.ReleaseChecklist;
import io.slipway.sql.ReadOnce;
import io.slipway.workflow.Workflow;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of releases, from registration to their end, and everything that is read of
 * them: the only door for pages, process models and other features. Instants are UTC; an
 * unknown key is refused with a {@code NotFoundException}.
 */
@Service
@Transactional
public class ReleaseManagement {

    private static final String PROCESS = "ReleaseLifecycleProcess";

    private static final String CANCELLATION = "CancelRelease";

    private static final int LONGEST_REASON = 2000;

    private final ReleaseStore store;

    private final ReleaseQueries queries;

    private final ReleaseKeys keys;

    private final ReleaseChecklist checklist;

    private final Workflow workflow;

    private final CurrentActor currentActor;

    private final Clock clock;

    private final ReadOnce once;

    ReleaseManagement(ReleaseStore store, ReleaseQueries queries, ReleaseKeys keys, ReleaseChecklist checklist,
            Workflow workflow, CurrentActor currentActor, Clock clock, ReadOnce once) {
        this.store = store;
        this.queries = queries;
        this.keys = keys;
        this.checklist = checklist;
        this.workflow = workflow;
        this.currentActor = currentActor;
        this.clock = clock;
        this.once = once;
    }

    /**
     * Registers a release, owned by the current actor, and starts its process. Refuses
     * everybody but release managers, a key that is malformed or taken, and a name that
     * is missing or longer than 120 characters.
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public String register(RegisterRelease command) {
        String name = command.name().strip();
        ReleaseOutline outline = ReleaseOutline.of(command, name);
        InputCheck check = new InputCheck();
        outline.check(check);
        check.include(() -> this.keys.check(command.key()));
        check.finish();
        String key = this.keys.keyFor(command.key());
        String owner = this.currentActor.get().userName();
        try {
            this.store.store(new Release(key, outline, owner, now()));
        }
        catch (DataIntegrityViolationException ex) {
            throw ReleaseKeys.taken(key);
        }
        this.store.record(JournalEntry.ofRelease("release.registered", key)
            .as(Role.RELEASE_MANAGER)
            .with(Map.of("name", name, "type", command.type(), "model", command.model(), "owner", owner, "services",
                    command.services())));
        this.store
            .publish(new ReleaseRegistered(key, name, command.type(), owner, command.copyOf(), command.template()));
        this.workflow.start(PROCESS, key, Map.of("releaseName", name, "priority", command.type().priority(),
                "planApproved", false, "packageReopened", false));
        return key;
    }

    /**
     * Begins to change what belongs to a release. Refuses an unknown key.
     * @return the release, which nobody else changes until the transaction ends
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReleaseChange revise(String key) {
        return this.store.revise(key);
    }

    /**
     * Begins a phase, and tells it in the same transaction to whoever listens. Entering
     * the plan takes its approval back. Refuses a release that has ended.
     */
    public void beginPhase(String key, Phase phase) {
        Release release = this.store.load(key);
        Phase before = release.phase();
        release.beginPhase(phase, now());
        this.store.store(release);
        this.store.recordChange("phase.begun", key, Map.of("phase", before), Map.of("phase", phase));
        this.store.publish(new PhaseBegun(release.key(), phase));
    }

    /**
     * Cancels a release and ends its process, also one that is suspended. Refuses
     * everybody but release managers, a release that has ended or is being deployed, and
     * a missing reason.
     * @param reason why, at most 2,000 characters
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public void cancel(String key, String reason) {
        String why = InputCheck.text("reason", reason, LONGEST_REASON, "release.cancel.reason.missing");
        Release release = this.store.load(key);
        if (!release.cancellable()) {
            throw new InvalidInputException("", "release.cancel.too-late");
        }
        this.workflow.stop(CANCELLATION, release.key(), why, Map.of("endReason", why));
    }

    /**
     * Cancels a release that nobody has changed since it was read. Refuses what
     * {@link #cancel(String, String)} refuses, and with a {@code StaleFormException}
     * another version.
     * @param version the version that was read; null for any
     * @param reason why, at most 2,000 characters
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public void cancel(String key, @Nullable Integer version, String reason) {
        Release release = this.store.load(key);
        if (version != null && version != release.version()) {
            throw new StaleFormException("/releases/" + release.key(), Map.of(), Map.of());
        }
        cancel(key, reason);
    }

    /**
     * Records that a release was given up before it went live, by cancellation or after a
     * no-go. Refuses one that has ended or is live.
     * @param reason why; null if nobody said
     */
    public void recordCancellation(String key, @Nullable String reason) {
        String why = (reason != null) ? reason : "";
        this.store.change(key, (release) -> release.cancel(why, now()),
                JournalEntry.ofRelease("release.cancelled", key).because(why).with(Map.of("status", "CANCELLED")));
        this.store.publish(new ReleaseCancelled(key, why));
    }

    /**
     * Records that a release was taken back from production; its review follows. Refuses
     * one that has ended or was never deployed.
     * @param reason why; null if nobody said
     */
    public void recordRollback(String key, @Nullable String reason) {
        String why = (reason != null) ? reason : "";
        this.store.change(key, (release) -> release.rollBack(why, now()),
                JournalEntry.ofRelease("release.rolled-back", key).because(why));
        this.store.publish(new ReleaseRolledBack(key, why));
    }

    /**
     * Closes a reviewed release. Refuses one that is not in review.
     * @return whether it is live; false if it was rolled back
     */
    public boolean close(String key) {
        Release release = this.store.load(key);
        release.close(now());
        this.store.store(release);
        this.store.recordChange("release.closed", key, Map.of("status", ReleaseStatus.OPEN),
                Map.of("status", release.status()));
        boolean live = release.status() == ReleaseStatus.CLOSED;
        this.store.publish(new ReleaseClosed(key, live));
        return live;
    }

    /**
     * Finds a release.
     * @param key the release's key, in either case
     * @return the release; refuses with a {@code NotFoundException} if there is none
     */
    @Transactional(readOnly = true)
    public ReleaseDetails get(String key) {
        return this.once.of("release", key, () -> this.store.get(key));
    }

    /**
     * Finds several releases.
     * @param keys their keys, as stored
     * @return those that exist, by key
     */
    @Transactional(readOnly = true)
    public List<ReleaseSummary> find(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : this.queries.summaries(keys);
    }

    /**
     * One page of the releases that a query asks for.
     * @return at most {@link KeyPage#SIZE} releases
     */
    @Transactional(readOnly = true)
    public KeyPage<ReleaseSummary> list(ReleaseQuery query) {
        return this.queries.list(query);
    }

    /**
     * One page of the releases in which one person had a part. That it was asked for is
     * itself recorded. Refuses whoever does not read the record.
     */
    @PreAuthorize("hasAnyAuthority('auditor', 'administrator')")
    public KeyPage<ReleaseSummary> listOfPerson(ReleaseQuery query) {
        if (query.from().isEmpty()) {
            this.store.record(JournalEntry.of("record.searched", "record", "releases")
                .with(Map.of("actor", query.record().person())));
        }
        return this.queries.list(query);
    }

    /**
     * How many releases a query finds, wherever its page begins.
     * @return the number up to 1,000; 1,001 means more than that
     */
    @Transactional(readOnly = true)
    public int count(ReleaseQuery query) {
        return this.queries.count(query);
    }

    /**
     * Notes in which ways a release that ended differed from its plan and from the rules.
     * @param kinds names of the deviations, the gravest first
     */
    public void recordDeviations(String key, List<String> kinds) {
        this.queries.recordDeviations(key, kinds);
    }

    /** The open releases by phase, of each phase the dozen planned next. */
    @Transactional(readOnly = true)
    public Map<Phase, List<ReleaseSummary>> board() {
        return this.queries.board();
    }

    /**
     * How many releases are open in each phase.
     * @return counts up to 1,000; 1,001 means more than that
     */
    @Transactional(readOnly = true)
    public Map<Phase, Integer> countsByPhase() {
        return this.queries.countsByPhase();
    }

    /**
     * Services that releases touched so far, as suggestions.
     * @return at most 50, by name
     */
    @Transactional(readOnly = true)
    public List<String> knownServices() {
        return this.queries.knownServices();
    }

    /** The ways in which releases deviated, as far as any did lately. */
    @Transactional(readOnly = true)
    public List<String> knownDeviations() {
        return this.queries.knownDeviations();
    }

    /**
     * The eight items of the checklist, derived from the facts.
     * @return one fact per item, in the checklist's order
     */
    @Transactional(readOnly = true)
    public List<ChecklistFact> checklist(ReleaseDetails release) {
        return this.once.of("checklist", release.key(), () -> this.checklist.facts(release));
    }

    /** The release that brought one of the same services live before. */
    @Transactional(readOnly = true)
    public Optional<ReleaseDetails> former(ReleaseDetails release) {
        return this.queries.former(release).map(this::get);
    }

    /**
     * The checklist as YAML: names and target states as the release policy fixes them,
     * and the live states as comments beneath.
     */
    @Transactional(readOnly = true)
    public String checklistYaml(ReleaseDetails release) {
        return this.checklist.yaml(release);
    }

    private Instant now() {
        return this.clock.instant();
    }

}
