package io.slipway.deployment.parallel;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.wave.ParallelRun;
import io.slipway.planning.wave.ReconciliationPoint;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares in cycles what an old and a new system say, point by point and never by a
 * grand total only. A cycle in which both are anywhere further apart than tolerated is
 * not clean, whatever is found out about that; the cut-over is asked for after as many
 * clean cycles in a row as the plan wants.
 */
@Service
@Transactional
public class ReconciliationManagement {

    /** The most totals of a cycle. */
    public static final int MOST = 500;

    private static final int GRAIN = 100;

    private static final int EXPLANATION = 1000;

    private static final int NOTE = 4000;

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(21);

    private static final int DECIMALS = 6;

    private final ReconciliationRows rows;

    private final CurrentPlans plans;

    private final PersonDirectory people;

    private final Journal journal;

    ReconciliationManagement(ReconciliationRows rows, CurrentPlans plans, PersonDirectory people, Journal journal) {
        this.rows = rows;
        this.plans = plans;
        this.people = people;
        this.journal = journal;
    }

    /** How old and new run side by side by a release's plan. */
    @Transactional(readOnly = true)
    public ParallelRun plan(String releaseKey) {
        ParallelRun planned = this.plans.of(releaseKey).plan().deployment().parallel();
        return (planned != null) ? planned : new ParallelRun(List.of(), 1, 1, 0);
    }

    /**
     * Opens the next cycle of a run.
     * @return the cycle; the open one, if there is one
     */
    public Cycle open(String releaseKey, long run) {
        Cycle latest = this.rows.cycles(run).stream().findFirst().orElse(null);
        if (latest != null && latest.closedAt() == null) {
            return latest;
        }
        Act act = this.journal.act();
        int number = (latest != null) ? latest.number() + 1 : 1;
        Duration hours = Duration.ofHours(Math.max(1, plan(releaseKey).cycleHours()));
        Cycle opened = this.rows
            .open(new Cycle(0, run, releaseKey, number, act.at(), act.at().plus(hours), null, null, null, null));
        this.journal
            .record(JournalEntry.ofRelease("deployment.cycle-opened", releaseKey).with(Map.of("cycle", number)));
        return opened;
    }

    /**
     * Takes in what a tool found in both systems; what it sent before of the same point
     * and grain is replaced. Refuses everybody but build engineers and deployment
     * managers, a release without an open cycle, and what {@link #close} refuses of
     * totals.
     */
    @PreAuthorize("hasAnyAuthority('build-engineer', 'deployment-manager')")
    public void push(String releaseKey, List<SystemTotals> totals) {
        Cycle cycle = openOf(releaseKey);
        InputCheck check = new InputCheck();
        check.refuseIf(totals.isEmpty(), "", "deployment.parallel.totals.missing");
        check(totals, points(releaseKey), check);
        check.finish();
        refuseClosed(cycle);
        keep(cycle, totals, true);
        this.journal.record(JournalEntry.ofRelease("deployment.totals-pushed", releaseKey)
            .with(Map.of("cycle", cycle.number(), "totals", totals.size())));
    }

    /**
     * Closes the open cycle of a release with what a person found, beside what tools
     * sent. Refuses a point that the plan does not have, a total without a grain or of
     * one system only, more than 500 totals, a point without any total, and a break
     * without an owner whom the portal knows and a cause.
     * @param note what was seen besides, at most 4,000 characters
     * @return whether enough cycles in a row are clean
     */
    public boolean close(String releaseKey, List<SystemTotals> totals, String note) {
        Cycle cycle = openOf(releaseKey);
        Map<String, ReconciliationPoint> points = points(releaseKey);
        InputCheck check = new InputCheck();
        String seen = check.optional("note", note, NOTE);
        check(totals, points, check);
        check.finish();
        refuseClosed(cycle);
        keep(cycle, totals, false);
        List<TotalComparison> all = this.rows.totals(List.of(cycle.id()));
        points.keySet()
            .stream()
            .filter((point) -> all.stream().noneMatch((one) -> one.point().equals(point)))
            .findFirst()
            .ifPresent((point) -> check.refuse("", "deployment.parallel.point.missing", point));
        List<TotalComparison> broken = all.stream().filter(TotalComparison::broken).toList();
        broken.stream()
            .filter((one) -> one.owner() == null || one.cause() == null)
            .findFirst()
            .ifPresent((one) -> check.refuse("", "deployment.parallel.break.unexplained", one.point(), one.grain()));
        check.finish();
        Act act = this.journal.act();
        this.rows.close(cycle.id(), act, broken.isEmpty(), seen);
        this.journal.record(JournalEntry
            .ofRelease(broken.isEmpty() ? "deployment.cycle-clean" : "deployment.cycle-broken", releaseKey)
            .as(Role.DEPLOYMENT_MANAGER)
            .with(Map.of("cycle", cycle.number(), "totals", all.size(), "breaks", broken.size())));
        return cleanInARow(cycle.runId()) >= Math.max(1, plan(releaseKey).cleanCycles());
    }

    /** How many of the latest closed cycles of a run were clean, without a gap. */
    @Transactional(readOnly = true)
    public int cleanInARow(long run) {
        return (int) this.rows.cycles(run)
            .stream()
            .filter((cycle) -> cycle.closedAt() != null)
            .takeWhile((cycle) -> Boolean.TRUE.equals(cycle.clean()))
            .count();
    }

    /**
     * The cycles of a run.
     * @return at most a hundred, the latest first
     */
    @Transactional(readOnly = true)
    public List<Cycle> cycles(long run) {
        return this.rows.cycles(run);
    }

    /** The latest cycle of a release, open or closed. */
    @Transactional(readOnly = true)
    public Optional<Cycle> newest(String releaseKey) {
        return this.rows.newest(releaseKey);
    }

    /**
     * What was compared in some cycles.
     * @return by the cycle's id, in the order of points and grains
     */
    @Transactional(readOnly = true)
    public Map<Long, List<TotalComparison>> comparisons(List<Cycle> cycles) {
        return this.rows.totals(cycles.stream().map(Cycle::id).toList())
            .stream()
            .collect(Collectors.groupingBy(TotalComparison::cycleId));
    }

    private Map<String, ReconciliationPoint> points(String releaseKey) {
        return plan(releaseKey).points()
            .stream()
            .collect(Collectors.toMap(ReconciliationPoint::name, (point) -> point, (one, other) -> one));
    }

    private Cycle openOf(String releaseKey) {
        return this.rows.newest(releaseKey)
            .filter((cycle) -> cycle.closedAt() == null)
            .orElseThrow(() -> new NotFoundException("cycle", releaseKey));
    }

    private void refuseClosed(Cycle cycle) {
        if (!this.rows.lockOpen(cycle.id())) {
            throw new InvalidInputException("", "deployment.parallel.cycle.closed", cycle.number());
        }
    }

    private void check(List<SystemTotals> totals, Map<String, ReconciliationPoint> points, InputCheck check) {
        check.refuseIf(totals.size() > MOST, "", "deployment.parallel.totals.too-many", MOST);
        Map<String, Integer> seen = new HashMap<>();
        List<SystemTotals> all = new ArrayList<>(totals);
        for (int i = 0; i < Math.min(all.size(), MOST); i++) {
            SystemTotals one = all.get(i);
            String row = "totals[" + i + "].";
            check.refuseIf(!points.isEmpty() && !points.containsKey(one.point()), row + "point",
                    "deployment.parallel.point.unknown", one.point());
            check.refuseIf(one.grain().isEmpty(), row + "grain", "deployment.parallel.grain.missing");
            check.refuseIf(one.grain().length() > GRAIN, row + "grain", "deployment.parallel.grain.too-long", GRAIN);
            check.refuseIf(!sound(one.oldTotal()), row + "oldSystem", "deployment.parallel.total.missing");
            check.refuseIf(!sound(one.newTotal()), row + "newSystem", "deployment.parallel.total.missing");
            check.refuseIf(seen.put(one.point() + "\n" + one.grain(), i) != null, row + "grain",
                    "deployment.parallel.grain.twice", one.grain());
            String owner = one.finding().owner();
            check.refuseIf(!owner.isEmpty() && this.people.find(owner).isEmpty(), row + "owner",
                    "deployment.parallel.owner.unknown", owner);
            check.optional(row + "explanation", one.finding().explanation(), EXPLANATION);
        }
    }

    private static boolean sound(@Nullable BigDecimal total) {
        return total != null && total.abs().compareTo(LARGEST) < 0 && total.stripTrailingZeros().scale() <= DECIMALS;
    }

    private void keep(Cycle cycle, List<SystemTotals> totals, boolean pushed) {
        Map<String, ReconciliationPoint> points = points(cycle.releaseKey());
        Act act = this.journal.act();
        totals.stream().filter(SystemTotals::complete).forEach((one) -> {
            ReconciliationPoint point = points.get(one.point());
            Double tolerated = (point != null) ? point.tolerance() : null;
            BigDecimal tolerance = BigDecimal.valueOf((tolerated != null) ? tolerated : 0);
            boolean broken = one.newTotal().subtract(one.oldTotal()).abs().compareTo(tolerance) > 0;
            this.rows.keep(cycle.id(), one, tolerance, broken, pushed, act);
        });
    }

}
