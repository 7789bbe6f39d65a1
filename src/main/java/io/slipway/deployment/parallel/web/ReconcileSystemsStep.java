package io.slipway.deployment.parallel.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.parallel.BreakCause;
import io.slipway.deployment.parallel.Cycle;
import io.slipway.deployment.parallel.ReconciliationManagement;
import io.slipway.deployment.parallel.SystemTotals;
import io.slipway.deployment.parallel.TotalComparison;
import io.slipway.input.InputCheck;
import io.slipway.input.NotFoundException;
import io.slipway.planning.wave.ReconciliationPoint;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager compares what both systems say. What tools sent is filled in,
 * and so is what was compared in the cycle before.
 */
@StepKey(value = "deployment/reconcile-systems", buttons = "reconciled")
class ReconcileSystemsStep implements Step<ReconcileForm> {

    private static final int SPARE = 2;

    private final ReconciliationManagement reconciliation;

    private final ParallelFacts facts;

    ReconcileSystemsStep(ReconciliationManagement reconciliation, ParallelFacts facts) {
        this.reconciliation = reconciliation;
        this.facts = facts;
    }

    @Override
    public ReconcileForm newForm(WorkItem item) {
        List<Cycle> cycles = this.reconciliation.cycles(cycle(item).runId()).stream().limit(2).toList();
        Map<Long, List<TotalComparison>> compared = this.reconciliation.comparisons(cycles);
        Map<String, TotalForm> rows = new LinkedHashMap<>();
        for (ReconciliationPoint point : this.reconciliation.plan(item.businessKey()).points()) {
            for (Cycle cycle : cycles) {
                compared.getOrDefault(cycle.id(), List.of())
                    .stream()
                    .filter((one) -> one.point().equals(point.name()))
                    .forEach((one) -> rows.putIfAbsent(one.point() + "\n" + one.grain(),
                            (cycle.closedAt() == null) ? TotalForm.told(one) : TotalForm.asked(one)));
            }
            for (int i = 0; i < SPARE; i++) {
                rows.put(point.name() + "\n\n" + i, TotalForm.blank(point.name()));
            }
        }
        return new ReconcileForm(new ArrayList<>(rows.values()), "", "");
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        Cycle cycle = cycle(item);
        return Map.of("cycle", cycle, "parallel", this.reconciliation.plan(item.businessKey()), "cycles",
                this.reconciliation.cycles(cycle.runId()), "causes", BreakCause.values());
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.of(item.businessKey(), cycle(item).runId());
    }

    @Override
    public Outcome complete(WorkItem item, ReconcileForm form) {
        InputCheck check = new InputCheck();
        List<SystemTotals> totals = form.read(check);
        boolean enough = check.finish(() -> this.reconciliation.close(item.businessKey(), totals, form.note()));
        return Outcome.of("reconciled").with("enoughClean", enough);
    }

    private Cycle cycle(WorkItem item) {
        return this.reconciliation.newest(item.businessKey())
            .orElseThrow(() -> new NotFoundException("cycle", item.businessKey()));
    }

}
