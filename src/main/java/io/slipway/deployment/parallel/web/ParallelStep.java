package io.slipway.deployment.parallel.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.parallel.CutOverManagement;
import io.slipway.deployment.parallel.Cycle;
import io.slipway.deployment.parallel.ReconciliationManagement;
import io.slipway.input.NotFoundException;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;

/**
 * A step after both systems were compared.
 */
abstract class ParallelStep implements Step<ParallelForm> {

    private final ReconciliationManagement reconciliation;

    private final CutOverManagement cutOvers;

    private final ParallelFacts facts;

    ParallelStep(ReconciliationManagement reconciliation, CutOverManagement cutOvers, ParallelFacts facts) {
        this.reconciliation = reconciliation;
        this.cutOvers = cutOvers;
        this.facts = facts;
    }

    final CutOverManagement cutOvers() {
        return this.cutOvers;
    }

    /** The run, by its latest cycle: there is no cut-over without one. */
    final long run(WorkItem item) {
        return this.reconciliation.newest(item.businessKey())
            .orElseThrow(() -> new NotFoundException("cycle", item.businessKey()))
            .runId();
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        List<Cycle> cycles = this.reconciliation.cycles(run(item));
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("cycles", cycles);
        evidence.put("compared",
                this.reconciliation.comparisons(cycles.stream().limit(1).toList())
                    .values()
                    .stream()
                    .findFirst()
                    .orElse(List.of()));
        this.cutOvers.of(run(item)).ifPresent((cutOver) -> evidence.put("cutOver", cutOver));
        return evidence;
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.of(item.businessKey(), run(item));
    }

}
