package io.slipway.workflow.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.slipway.workflow.model.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what runs on one version of a model, statement by statement.
 */
final class ModelTally {

    private final Map<String, Tally> elements = new LinkedHashMap<>();

    private long running;

    private long suspended;

    private long roots;

    private long suspendedRoots;

    private long causes;

    private long failing;

    private long retrying;

    private long overdue;

    private @Nullable Instant oldest;

    void instances(long count, long ofThemSuspended, @Nullable Instant since) {
        this.running = count;
        this.suspended = ofThemSuspended;
        this.oldest = since;
    }

    void roots(long count, long ofThemSuspended) {
        this.roots = count;
        this.suspendedRoots = ofThemSuspended;
    }

    void failing(long instances, long ofThemCauses) {
        this.failing = instances;
        this.causes = ofThemCauses;
    }

    void retrying(long instances) {
        this.retrying = instances;
    }

    void overdue(long instances) {
        this.overdue = instances;
    }

    Tally at(String element) {
        return this.elements.computeIfAbsent(element, Tally::new);
    }

    ProcessTotals addTo(ProcessTotals totals) {
        return new ProcessTotals(totals.running() + this.roots, totals.failed() + this.causes,
                totals.retrying()
                        + this.elements.values().stream().map(Tally::state).mapToLong(ElementState::retrying).sum(),
                totals.overdue()
                        + this.elements.values().stream().map(Tally::state).mapToLong(ElementState::overdue).sum(),
                totals.suspended() + this.suspendedRoots);
    }

    ModelState state(ModelVersion model, Instant asOf) {
        Map<String, ElementState> states = new LinkedHashMap<>();
        this.elements.forEach((id, tally) -> states.put(id, tally.state()));
        return new ModelState(model, this.running, this.failing, this.retrying, this.overdue, this.suspended,
                this.oldest, Map.copyOf(states), asOf);
    }

}
