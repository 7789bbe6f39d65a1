package io.slipway.deployment.environment;

import java.util.List;
import java.util.Map;

import io.slipway.identity.Act;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.release.ReleaseCancelled;
import io.slipway.release.ReleaseClosed;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseRolledBack;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives environments to one at a time, in the order in which they were asked for.
 * Release, deployment and test managers ask; each gives back what is theirs, deployment
 * managers take back what others keep too long. What was asked for a release ends with
 * it.
 */
@Service
@Transactional
public class HoldManagement {

    static final String ASKERS = "hasAnyAuthority('release-manager', 'deployment-manager', 'test-manager')";

    private static final int PURPOSE = 500;

    private static final int MOST_QUEUED = 50;

    private static final String SELECT = "select * from environment_holds";

    private final JdbcClient jdbc;

    private final EnvironmentRows environments;

    private final ReleaseManagement releases;

    private final CurrentActor currentActor;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    HoldManagement(JdbcClient jdbc, EnvironmentRows environments, ReleaseManagement releases, CurrentActor currentActor,
            Journal journal, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.environments = environments;
        this.releases = releases;
        this.currentActor = currentActor;
        this.journal = journal;
        this.events = events;
    }

    /**
     * Asks for an environment. Refuses an unknown or ended release, one that has or wants
     * it already, the same for a person without a release, an empty purpose, and a queue
     * of fifty.
     * @param releaseKey the release that it is for; empty for none
     * @param purpose what for, 1 to 500 characters
     * @return whether it is held at once; false if it waits in the queue
     */
    @PreAuthorize(ASKERS)
    public boolean ask(String environment, String releaseKey, String purpose) {
        InputCheck check = new InputCheck();
        String why = check.required("purpose", purpose, PURPOSE, "deployment.environment.purpose.missing");
        String release = release(this.releases, releaseKey, check);
        check.finish();
        this.environments.lock(environment);
        List<EnvironmentHold> queue = queue(environment);
        Act act = this.journal.act();
        check.refuseIf(
                queue.stream()
                    .anyMatch((one) -> (release != null) ? release.equals(one.releaseKey())
                            : one.releaseKey() == null && one.askedBy().equals(act.by())),
                "", "deployment.environment.hold.twice", environment);
        check.refuseIf(queue.size() >= MOST_QUEUED, "", "deployment.environment.hold.full", MOST_QUEUED);
        check.finish();
        boolean free = queue.isEmpty();
        Clause
            .insert("environment_holds", "environment", environment, "release_key", release, "purpose", why, "asked_by",
                    act.by(), "asked_at", act.at(), "held", free ? Boolean.TRUE : null, "queued", true, "held_at",
                    free ? act.at() : null)
            .on(this.jdbc)
            .update();
        write(free ? "environment.held" : "environment.queued", environment, release, null, Map.of("purpose", why));
        return free;
    }

    /**
     * Gives an environment back, or a place in its queue up; the next in the queue has it
     * then, and is told. Refuses one that ended already, everybody but who asked for it
     * and deployment managers, and these without a reason if it is not theirs.
     * @param reason why; may be empty if it is one's own
     */
    public void end(String environment, long id, String reason) {
        this.environments.lock(environment);
        EnvironmentHold hold = get(environment, id);
        Act act = this.journal.act();
        boolean own = hold.askedBy().equals(act.by());
        if (!own && !this.currentActor.get().has(Role.DEPLOYMENT_MANAGER)) {
            throw new AccessDeniedException("Only who asked for it and deployment managers give it back");
        }
        InputCheck check = new InputCheck();
        String why = check.optional("reason", reason, Environments.LONGEST);
        check.refuseIf(!own && why.isEmpty(), "reason", "deployment.environment.reason.missing");
        check.refuseIf(!hold.open(), "", "deployment.environment.hold.ended");
        check.finish();
        end(hold, act, why);
    }

    /**
     * What became of an environment's queue.
     * @param from where the page begins; text that nobody gave out begins anew
     * @return the latest first, open ones too
     */
    @Transactional(readOnly = true)
    public KeyPage<EnvironmentHold> history(String environment, String from) {
        return KeyOrder.<EnvironmentHold>descending()
            .number("id", EnvironmentHold::id)
            .page(this.jdbc, SELECT, Clause.equal("environment", environment).and("queued is null"), from,
                    EnvironmentHold.class);
    }

    /**
     * Who has an environment, and who waits for it.
     * @return who has it, then who waits, in the order of the queue; at most fifty
     */
    @Transactional(readOnly = true)
    public List<EnvironmentHold> queue(String environment) {
        return Clause.of(SELECT)
            .where(Clause.equal("environment", environment).and("queued = true"))
            .append(" order by id limit " + MOST_QUEUED)
            .on(this.jdbc)
            .query(EnvironmentHold.class)
            .list();
    }

    /**
     * One of an environment's queue. Refuses an unknown one, or one of another
     * environment, with a {@code NotFoundException}.
     */
    @Transactional(readOnly = true)
    public EnvironmentHold get(String environment, long id) {
        return Clause.of(SELECT)
            .where(Clause.equal("id", id).and(Clause.equal("environment", environment)))
            .on(this.jdbc)
            .query(EnvironmentHold.class)
            .optional()
            .orElseThrow(() -> new NotFoundException("environment", environment + "/" + id));
    }

    @EventListener
    void on(ReleaseClosed event) {
        endOf(event.key());
    }

    @EventListener
    void on(ReleaseCancelled event) {
        endOf(event.key());
    }

    @EventListener
    void on(ReleaseRolledBack event) {
        endOf(event.key());
    }

    private void endOf(String releaseKey) {
        List<EnvironmentHold> open = Clause.of(SELECT)
            .where(Clause.equal("release_key", releaseKey).and("queued = true"))
            .append(" order by environment")
            .on(this.jdbc)
            .query(EnvironmentHold.class)
            .list();
        open.forEach((hold) -> {
            this.environments.lock(hold.environment());
            end(hold, this.journal.act(), "");
        });
    }

    private void end(EnvironmentHold hold, Act act, String reason) {
        Clause
            .update("environment_holds", "held", null, "queued", null, "ended_at", act.at(), "ended_by", act.by(),
                    "end_reason", reason.isEmpty() ? null : reason)
            .where(Clause.equal("id", hold.id()))
            .on(this.jdbc)
            .update();
        write(hold.holding() ? "environment.given-back" : "environment.given-up", hold.environment(), hold.releaseKey(),
                reason.isEmpty() ? null : reason, Map.of("purpose", hold.purpose()));
        if (hold.holding()) {
            queue(hold.environment()).stream().findFirst().ifPresent((next) -> pass(next, act));
        }
    }

    private void pass(EnvironmentHold next, Act act) {
        Clause.update("environment_holds", "held", true, "held_at", act.at())
            .where(Clause.equal("id", next.id()))
            .on(this.jdbc)
            .update();
        write("environment.passed", next.environment(), next.releaseKey(), null,
                Map.of("purpose", next.purpose(), "to", next.askedBy()));
        this.events.publishEvent(
                new EnvironmentFreed(next.environment(), next.id(), next.askedBy(), next.releaseKey(), next.purpose()));
    }

    private void write(String action, String environment, @Nullable String release, @Nullable String reason,
            Map<String, ?> values) {
        JournalEntry entry = JournalEntry.of(action, "environment", environment).because(reason).with(values);
        this.journal.record((release != null) ? entry.release(release) : entry);
    }

    /** The open release of a key; notes whether there is none. */
    static @Nullable String release(ReleaseManagement releases, String key, InputCheck check) {
        if (key.isEmpty()) {
            return null;
        }
        try {
            var release = releases.get(key);
            check.refuseIf(!release.open(), "release", "deployment.environment.release.ended", release.key());
            return release.key();
        }
        catch (NotFoundException ex) {
            check.refuse("release", "deployment.environment.release.unknown", key);
            return null;
        }
    }

}
