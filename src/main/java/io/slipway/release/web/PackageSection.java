package io.slipway.release.web;

import java.util.List;
import java.util.Map;

import io.slipway.release.MissingArtifacts;
import io.slipway.release.PackageManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseSection;
import io.slipway.release.ReleaseUnitDetails;
import io.slipway.release.ReopenManagement;
import io.slipway.release.bill.BillManagement;

import org.springframework.stereotype.Component;

/**
 * The tab with the units and papers of the package.
 */
@Component
class PackageSection implements ReleaseSection {

    private final BillManagement bills;

    private final MissingArtifacts missing;

    private final PackageManagement packages;

    private final ReopenManagement reopening;

    PackageSection(BillManagement bills, MissingArtifacts missing, PackageManagement packages,
            ReopenManagement reopening) {
        this.bills = bills;
        this.missing = missing;
        this.packages = packages;
        this.reopening = reopening;
    }

    @Override
    public String id() {
        return "package";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String template() {
        return "release/_package-section";
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        List<String> digests = release.content().units().stream().map(ReleaseUnitDetails::digest).toList();
        return Map.of("bills", this.bills.of(release), "gone", this.missing.among(digests), "mayChange",
                this.packages.mayChange(release), "reopenable", this.reopening.reopenable(release));
    }

}
