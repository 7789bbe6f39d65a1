package io.slipway.deployment.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.configuration.baseline.Baseline;
import io.slipway.configuration.baseline.BaselineManagement;
import io.slipway.configuration.baseline.Moment;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;

/**
 * The tab with the configuration baselines of a release's deployments; after a rollback
 * it leads to restoring the records.
 */
@Tab.At(id = "baselines", order = 55, template = "deployment/_baselines")
class BaselineSection implements ReleaseSection {

    private final BaselineManagement baselines;

    BaselineSection(BaselineManagement baselines) {
        this.baselines = baselines;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        List<Baseline> taken = this.baselines.ofRelease(release.key());
        Optional<Baseline> restorable = taken.stream()
            .filter((one) -> one.moment() == Moment.BEFORE && this.baselines.rolledBack(one))
            .findFirst();
        return restorable.<Map<String, Object>>map((one) -> Map.of("baselines", taken, "restorable", one))
            .orElseGet(() -> Map.of("baselines", taken));
    }

}
