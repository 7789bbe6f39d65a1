package io.slipway.api.release;

import java.util.Map;
import java.util.function.Function;

import io.slipway.api.ApiRefusal;
import io.slipway.input.StaleFormException;
import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.ReleaseUnitDetails;
import io.slipway.packaging.ReopenManagement;
import io.slipway.packaging.UnitDelivery;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.NotWaitingException;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItems;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Lets pipelines do the step "Deliver units": through the same choke point as the page of
 * that step, so that role, assignee and separation of duties hold, and the pipeline that
 * delivers has built as its owner. Each act is one transaction.
 */
@Service
public class PackageDelivery {

    private static final String STEP = "packaging/deliver-units";

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final ReopenManagement reopening;

    private final WorkItems workItems;

    private final WorkItemActs acts;

    PackageDelivery(ReleaseManagement releases, PackageManagement packages, ReopenManagement reopening,
            WorkItems workItems, WorkItemActs acts) {
        this.releases = releases;
        this.packages = packages;
        this.reopening = reopening;
        this.workItems = workItems;
        this.acts = acts;
    }

    /**
     * Adds a unit, and leaves the step open for further ones. Refuses, with a conflict, a
     * release that is not being built, and what the step and the unit's rules refuse.
     */
    public ReleaseUnitDetails add(String key, UnitDelivery unit) {
        String release = within(key, null, (open) -> {
            this.packages.deliverUnit(open.key(), unit);
            return Outcome.keepOpen();
        });
        return this.packages.get(release)
            .unit(unit.name())
            .orElseThrow(() -> new ApiRefusal(HttpStatus.CONFLICT, "api.faster"));
    }

    /** Takes a unit out again. */
    void remove(String key, long id, @Nullable Integer version) {
        this.packages.get(this.releases.get(key).key()).unit(id);
        within(key, version, (open) -> {
            this.packages.removeUnit(open.key(), id);
            return Outcome.keepOpen();
        });
    }

    /**
     * Delivers the package: completes the step. What is not sent stays. Refuses a package
     * that would be found incomplete.
     */
    void deliver(String key, @Nullable Integer version, @Nullable String documentation, @Nullable String scripts) {
        within(key, version, (open) -> {
            PackageDetails before = this.packages.get(open.key());
            String documents = (documentation != null) ? documentation.strip() : before.documentation();
            String deployment = (scripts != null) ? scripts.strip() : before.scripts();
            this.packages.describePackage(open.key(), documents, deployment);
            this.packages.handOver(open.key());
            return Outcome.of("deliver");
        });
    }

    /**
     * Opens an assembled package again. Refuses, with a conflict, one that is not
     * assembled or is being deployed.
     */
    void reopen(String key, @Nullable Integer version, String reason) {
        ReleaseDetails release = this.releases.get(key);
        if (!this.reopening.reopenable(release)) {
            throw new ApiRefusal(HttpStatus.CONFLICT, "release.package.reopen.too-late");
        }
        try {
            this.reopening.reopen(release.key(), (version != null) ? version : release.version(), reason);
        }
        catch (NotWaitingException ex) {
            throw new ApiRefusal(HttpStatus.CONFLICT, "release.package.reopen.moved-on");
        }
    }

    /** A release whose package is being built; refuses, with a conflict, any other. */
    ReleaseDetails changeable(String key) {
        ReleaseDetails release = this.releases.get(key);
        if (!release.open() || release.phase() != Phase.BUILD) {
            throw new ApiRefusal(HttpStatus.CONFLICT, "api.package.not-now");
        }
        return release;
    }

    private String within(String key, @Nullable Integer version, Function<ReleaseDetails, Outcome> act) {
        String release = this.releases.get(key).key();
        WorkItem step = this.workItems.openOf(release)
            .stream()
            .filter((item) -> item.form().equals(STEP))
            .findFirst()
            .orElseThrow(() -> new ApiRefusal(HttpStatus.CONFLICT, "api.unit.not-now"));
        this.acts.complete(step.id(), (item) -> {
            ReleaseDetails open = this.releases.get(release);
            if (version != null && version != open.version()) {
                throw new StaleFormException("/releases/" + release, Map.of(), Map.of());
            }
            return act.apply(open);
        });
        return release;
    }

}
