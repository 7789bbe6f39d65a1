package io.slipway.workflow.state;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import io.slipway.input.KeyPage;
import io.slipway.sql.ReadOnce;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;

import org.springframework.stereotype.Service;

/**
 * Tells what runs on the models: for all releases together, read once for everybody who
 * looks within a second, and for one release.
 */
@Service
public class ProcessStates {

    private final ProcessModels models;

    private final ModelRows rows;

    private final WaitingReleases waiting;

    private final ReleaseRuns runs;

    private final Clock clock;

    private final ReadOnce once;

    private final Recent<Snapshot> recent;

    ProcessStates(ProcessModels models, ModelRows rows, WaitingReleases waiting, ReleaseRuns runs, Clock clock,
            ReadOnce once) {
        this.models = models;
        this.rows = rows;
        this.waiting = waiting;
        this.runs = runs;
        this.clock = clock;
        this.once = once;
        this.recent = new Recent<>(this::read, clock);
    }

    /**
     * Every deployed version that runs or is the newest of its model.
     * @return the versions, by name of the model, the newest first
     */
    public List<ModelState> overview() {
        return snapshot().models()
            .values()
            .stream()
            .filter((state) -> state.running() > 0 || state.model().latest())
            .toList();
    }

    /**
     * All deployed versions, as {@link ProcessModels#all()} gives them, not older than a
     * second.
     * @return the versions, by name of the model, the newest first
     */
    public List<ModelVersion> versions() {
        return snapshot().models().values().stream().map(ModelState::model).toList();
    }

    /** What runs on all models together, not older than a second. */
    public ProcessTotals totals() {
        return snapshot().totals();
    }

    /**
     * What runs on one version, not older than a second.
     * @return its state; with nothing in it if nothing runs
     */
    public ModelState of(ModelVersion model) {
        ModelState known = snapshot().models().get(model.id());
        return (known != null) ? known : new ModelTally().state(model, this.clock.instant());
    }

    /**
     * The releases that run on a version, the oldest first.
     * @param element id of the element at which they wait; empty for any
     * @param cursor where the page begins; empty for the first, as is one that cannot be
     * read
     */
    public KeyPage<WaitingRelease> releasesAt(ModelVersion model, String element, StateFilter filter, String cursor) {
        return this.waiting.at(model, element, filter, cursor);
    }

    /**
     * Everything that runs or ran for a release.
     * @param releaseKey key of the release; one that is not known has no runs
     */
    public ReleaseProcess ofRelease(String releaseKey) {
        return this.once.of("process", releaseKey, () -> this.runs.of(releaseKey));
    }

    private Snapshot read() {
        Instant now = this.clock.instant();
        Map<String, ModelTally> found = new HashMap<>();
        this.rows.addTo(found, now);
        Map<String, ModelState> states = new LinkedHashMap<>();
        this.models.all()
            .forEach((model) -> states.put(model.id(),
                    found.getOrDefault(model.id(), new ModelTally()).state(model, now)));
        ElementState all = found.getOrDefault("", new ModelTally()).runs();
        ProcessTotals totals = new ProcessTotals(all.tokens(), all.failed(), sum(found, ElementState::retrying),
                sum(found, ElementState::overdue), all.suspended());
        return new Snapshot(states, totals);
    }

    private static long sum(Map<String, ModelTally> found, ToLongFunction<ElementState> count) {
        return found.values().stream().mapToLong((model) -> model.sum(count)).sum();
    }

    /** Once for each page, however long the reading takes. */
    private Snapshot snapshot() {
        return this.once.of("process states", "", this.recent::get);
    }

    /** What runs at one instant. */
    private record Snapshot(Map<String, ModelState> models, ProcessTotals totals) {
    }

}
