package io.slipway.earlylife;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.identity.Act;
import io.slipway.identity.Duty;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.identity.SeparationOfDuties;
import io.slipway.input.InputCheck;
import io.slipway.input.NotFoundException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.ReadOnce;
import io.slipway.ui.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is done while a live release is watched closely. Who may do it was
 * judged before, where the work item was completed.
 */
@Service
@Transactional
public class EarlyLifeManagement {

    private static final int MOST_INCIDENTS = 9999;

    private static final int LONGEST_EXTENSION = 30;

    private static final int NOTE = 500;

    private static final int REASON = 2000;

    private final SupportPeriodRepository periods;

    private final DeploymentManagement deployments;

    private final ReleaseManagement releases;

    private final CurrentPlans plans;

    private final SeparationOfDuties duties;

    private final Journal journal;

    private final Times times;

    private final Clock clock;

    private final ReadOnce once;

    EarlyLifeManagement(SupportPeriodRepository periods, DeploymentManagement deployments, ReleaseManagement releases,
            CurrentPlans plans, SeparationOfDuties duties, Journal journal, Times times, Clock clock, ReadOnce once) {
        this.periods = periods;
        this.deployments = deployments;
        this.releases = releases;
        this.plans = plans;
        this.duties = duties;
        this.journal = journal;
        this.times = times;
        this.clock = clock;
        this.once = once;
    }

    /**
     * Begins the support period of a release, as long as its plan says, from now on.
     * Beginning it again changes nothing.
     * @param held whether the least time that the policy asks for holds: whether the
     * process can ask the service owner to end it earlier
     * @return when the period ends, UTC, to the second
     */
    public Instant start(String releaseKey, boolean held) {
        return this.periods.findByReleaseKey(releaseKey).orElseGet(() -> begin(releaseKey, held)).endsAt();
    }

    private SupportPeriod begin(String releaseKey, boolean held) {
        int days = this.releases.get(releaseKey).supportDays();
        PlanPolicy policy = held ? this.plans.of(releaseKey).policy() : null;
        SupportPeriod period = this.periods.save(new SupportPeriod(releaseKey, now().truncatedTo(ChronoUnit.SECONDS),
                Duration.ofDays(days), (policy != null) ? Duration.ofDays(policy.supportDays()) : null));
        write("support.started", releaseKey, null, null, Map.of("days", days, "endsAt", period.endsAt()));
        return period;
    }

    /**
     * The support periods that overlap a period of time, running or over.
     * @param from begin of the period, UTC
     * @param to end of the period, UTC, exclusive
     * @param limit the most to return
     * @return the support periods, those first that end first
     */
    @Transactional(readOnly = true)
    public List<SupportSpan> between(Instant from, Instant to, int limit) {
        return this.periods.between(from, to, Limit.of(limit));
    }

    /** The support periods of some releases, of those that have one. */
    @Transactional(readOnly = true)
    public List<SupportSpan> of(Collection<String> releaseKeys) {
        return releaseKeys.isEmpty() ? List.of() : this.periods.of(releaseKeys);
    }

    /**
     * Keeps what operations sees of a release while it goes on watching. Refuses notes
     * that are too long, and numbers of incidents below 0 or above 9,999. Refuses once
     * the watch has ended.
     * @param watch the state of its exit criteria and incidents
     */
    public void observe(String releaseKey, Watch watch) {
        check(watch).finish();
        SupportPeriod period = current(releaseKey);
        Map<String, ?> before = values(period.watch());
        period.observe(watch);
        this.journal.record(JournalEntry.ofRelease("support.observed", releaseKey)
            .as(Role.OPERATIONS)
            .change(before, values(watch)));
    }

    /**
     * Accepts the handover of a release and ends its early life support; before the least
     * time of its policy the service owner is asked instead. Refuses as {@link #observe}
     * does, until every exit criterion is met and no severe incident is open, and to ask
     * without a reason.
     * @param watch the state of its exit criteria and incidents
     * @param reason why it should end before the policy lets it, 1 to 2,000 characters
     * @return whether it has ended; otherwise the service owner decides
     */
    public boolean handOver(String releaseKey, Watch watch, String reason) {
        SupportPeriod period = current(releaseKey);
        boolean early = period.early(now());
        InputCheck check = check(watch);
        check.refuseIf(watch.incidents().severe(), (watch.incidents().priority1() > 0) ? "priority1" : "priority2",
                "earlylife.exit.severe-incident");
        if (!watch.unmet().isEmpty()) {
            check.refuse("criteria[" + watch.unmet().get(0).ordinal() + "].met", "earlylife.exit.unmet",
                    watch.unmet().size());
        }
        check.refuseIf(!watch.handoverAccepted(), "handoverAccepted", "earlylife.exit.not-accepted");
        String why = check.optional("reason", reason, REASON);
        if (early && why.isEmpty()) {
            check.refuse("reason", "earlylife.early.reason.missing", leastEnd(period));
        }
        check.finish();
        period.observe(watch);
        Act act = this.journal.act();
        if (early) {
            this.duties.perform(releaseKey, Duty.REQUEST_EARLY_END, null, act.by());
            period.askForEarlyEnd(new EarlyEnd(act.by(), act.at(), why));
            write("support.early-end-asked", releaseKey, Role.OPERATIONS, why, values(watch));
            return false;
        }
        period.handOver(act);
        write("support.handed-over", releaseKey, Role.OPERATIONS, null, values(watch));
        return true;
    }

    /**
     * Ends early life support before the policy lets it end, as operations asked. Refuses
     * without a reason, and where nobody asked.
     * @param reason why, 1 to 2,000 characters
     */
    public void endEarly(String releaseKey, String reason) {
        String why = InputCheck.text("reason", reason, REASON, "earlylife.reason.missing");
        SupportPeriod period = current(releaseKey);
        period.endEarly(why, this.journal.act());
        write("support.ended-early", releaseKey, Role.SERVICE_OWNER, why,
                Map.of("leastEndsAt", Objects.requireNonNull(period.details().leastEndsAt())));
    }

    /**
     * Refuses to end early life support before the policy lets it end. Refuses itself
     * without a reason.
     * @param reason why, 1 to 2,000 characters
     */
    public void refuseEarlyEnd(String releaseKey, String reason) {
        String why = InputCheck.text("reason", reason, REASON, "earlylife.reason.missing");
        current(releaseKey).goOn();
        write("support.early-end-refused", releaseKey, Role.SERVICE_OWNER, why, Map.of());
    }

    /**
     * Goes on watching a release of which nobody decided in time whether its support may
     * end earlier. Changes nothing if that was decided.
     */
    public void goOn(String releaseKey) {
        if (current(releaseKey).goOn()) {
            write("support.early-end-lapsed", releaseKey, null, null, Map.of());
        }
    }

    /**
     * Decides to extend the support period of a release; its new end is set when the
     * process goes on. Refuses as {@link #observe} does.
     * @param watch the state of its exit criteria and incidents
     * @param days by how many days, 1 to 30
     * @param reason why, 1 to 2,000 characters
     */
    public void orderExtension(String releaseKey, Watch watch, int days, String reason) {
        InputCheck check = check(watch);
        check.refuseIf(days == 0, "days", "earlylife.days.missing");
        check.between("days", days, 1, LONGEST_EXTENSION);
        String why = check.required("reason", reason, REASON, "earlylife.reason.missing");
        check.finish();
        SupportPeriod period = current(releaseKey);
        period.observe(watch);
        Act act = this.journal.act();
        period.orderExtension(new SupportExtension(days, why, act.by(), act.at()));
        write("support.extension-decided", releaseKey, Role.OPERATIONS, why, Map.of("days", days));
    }

    /**
     * Sets the new end of a support period that is to be extended, counted from its old
     * end or, if that has passed, from now. Changes nothing if it was set already.
     * @return when the period ends, UTC, to the second
     */
    public Instant extend(String releaseKey) {
        SupportPeriod period = current(releaseKey);
        Instant before = period.endsAt();
        period.extend(now().truncatedTo(ChronoUnit.SECONDS));
        if (!period.endsAt().equals(before)) {
            this.journal.record(JournalEntry.ofRelease("support.extended", releaseKey)
                .change(Map.of("endsAt", before), Map.of("endsAt", period.endsAt())));
        }
        return period.endsAt();
    }

    /**
     * Gives a live release up: its deployment is rolled back. Refuses as {@link #observe}
     * does.
     * @param watch the state of its exit criteria and incidents
     * @param reason why, 1 to 2,000 characters
     */
    public void giveUp(String releaseKey, Watch watch, String reason) {
        InputCheck check = check(watch);
        String why = check.required("reason", reason, REASON, "earlylife.reason.missing");
        check.finish();
        SupportPeriod period = current(releaseKey);
        period.observe(watch);
        period.giveUp(why, this.journal.act());
        write("support.given-up", releaseKey, Role.OPERATIONS, why, values(watch));
        this.deployments.orderRollback(releaseKey, why, Role.OPERATIONS);
    }

    /**
     * The early life support of a release.
     * @return its support period, if it has begun
     */
    @Transactional(readOnly = true)
    public Optional<SupportDetails> ofRelease(String releaseKey) {
        return this.once.of("support period", releaseKey,
                () -> this.periods.findByReleaseKey(releaseKey).map(SupportPeriod::details));
    }

    private String leastEnd(SupportPeriod period) {
        return this.times.withZone(Objects.requireNonNull(period.details().leastEndsAt()));
    }

    private static InputCheck check(Watch watch) {
        InputCheck check = new InputCheck();
        watch.criteria()
            .forEach((state) -> check.optional("criteria[" + state.criterion().ordinal() + "].note", state.note(),
                    NOTE));
        check.between("priority1", watch.incidents().priority1(), 0, MOST_INCIDENTS);
        check.between("priority2", watch.incidents().priority2(), 0, MOST_INCIDENTS);
        check.between("priority3", watch.incidents().priority3(), 0, MOST_INCIDENTS);
        check.between("priority4", watch.incidents().priority4(), 0, MOST_INCIDENTS);
        return check;
    }

    private SupportPeriod current(String releaseKey) {
        return this.periods.findByReleaseKey(releaseKey)
            .orElseThrow(() -> new NotFoundException("support-period", releaseKey));
    }

    private void write(String action, String releaseKey, @Nullable Role role, @Nullable String reason,
            Map<String, ?> values) {
        this.journal.record(JournalEntry.ofRelease(action, releaseKey).as(role).because(reason).with(values));
    }

    private static Map<String, ?> values(Watch watch) {
        Map<String, Object> values = new LinkedHashMap<>();
        watch.criteria()
            .forEach((state) -> values.put(state.criterion().name(),
                    (state.met() ? "met" : "open") + (state.note().isEmpty() ? "" : ": " + state.note())));
        OpenIncidents incidents = watch.incidents();
        values.put("openIncidents", Map.of("priority1", incidents.priority1(), "priority2", incidents.priority2(),
                "priority3", incidents.priority3(), "priority4", incidents.priority4()));
        values.put("handoverAccepted", watch.handoverAccepted());
        return values;
    }

    private Instant now() {
        return this.clock.instant();
    }

}
