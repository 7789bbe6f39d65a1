package io.slipway.workflow.state;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.slipway.ui.KeyPage;
import io.slipway.workflow.model.ModelVersion;
import org.springframework.stereotype.Service;

/**
 * Tells what runs on the models: for all releases together, read once for everybody who
 * looks within a second, and for one release.
 */
@Service
public class ProcessStates {

    private final Clock clock;

    ProcessStates(Clock clock) {
        this.clock = clock;
    }

    /**
     * Every deployed version that runs or is the newest of its model.
     * @return the versions, by name of the model, the newest first
     */
    public List<ModelState> overview() {
        return List.of();
    }

    /**
     * What runs on one version, not older than a second.
     * @param model the version
     * @return its state; with nothing in it if nothing runs
     */
    public ModelState of(ModelVersion model) {
        return new ModelState(model, 0, 0, 0, 0, 0, null, Map.of(), this.clock.instant());
    }

    /**
     * The releases that run on a version, the oldest first.
     * @param model the version
     * @param element id of the element at which they wait; empty for any
     * @param filter which of them
     * @param cursor where the page begins; empty for the first
     * @return the page
     */
    public KeyPage<WaitingRelease> releasesAt(ModelVersion model, String element, StateFilter filter, String cursor) {
        return new KeyPage<>(List.of(), null);
    }

    /**
     * Everything that runs or ran for a release.
     * @param releaseKey key of the release; one that is not known has no runs
     * @return its runs
     */
    public ReleaseProcess ofRelease(String releaseKey) {
        return new ReleaseProcess(releaseKey, List.of());
    }

}
