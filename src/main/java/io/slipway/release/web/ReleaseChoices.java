package io.slipway.release.web;

import java.util.List;
import java.util.TreeSet;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Offers the templates of releases what can be chosen in their fields.
 */
@Component("releaseChoices")
class ReleaseChoices {

    private final ReleaseManagement releases;

    ReleaseChoices(ReleaseManagement releases) {
        this.releases = releases;
    }

    public ReleaseType[] types() {
        return ReleaseType.values();
    }

    public DeploymentModel[] models() {
        return DeploymentModel.values();
    }

    public Phase[] phases() {
        return Phase.values();
    }

    /** The services to tick: those of any release so far, and those of the form. */
    public List<String> services(@Nullable List<String> chosen) {
        TreeSet<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(this.releases.knownServices());
        all.addAll((chosen != null) ? chosen : List.of());
        return List.copyOf(all);
    }

}
