package io.slipway.packaging.web;

import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.packaging.AddressFacts;
import io.slipway.packaging.ArtifactLibrary;
import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.ReopenManagement;
import io.slipway.packaging.bom.BomManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseEssential;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Messages;
import io.slipway.ui.Tab;

/**
 * The tab with the units and papers of the package, and the essential of it.
 */
@Tab.At(id = "package", order = 20, template = "release/_package-section")
class PackageSection implements ReleaseSection, ReleaseEssential {

    private final BomManagement boms;

    private final ArtifactLibrary artifacts;

    private final PackageManagement packages;

    private final AddressFacts addresses;

    private final ReopenManagement reopening;

    private final Messages messages;

    PackageSection(BomManagement boms, ArtifactLibrary artifacts, PackageManagement packages, AddressFacts addresses,
            ReopenManagement reopening, Messages messages) {
        this.boms = boms;
        this.artifacts = artifacts;
        this.packages = packages;
        this.addresses = addresses;
        this.reopening = reopening;
        this.messages = messages;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        PackageDetails content = this.packages.get(release.key());
        return Map.of("content", content, "boms", this.boms.of(release), "gone",
                this.artifacts.missing(content.digests()), "mayChange", this.packages.mayChange(release), "reopenable",
                this.reopening.reopenable(release), "addresses",
                content.addresses()
                    .stream()
                    .collect(Collectors.toMap((one) -> one.kind().name(), this.addresses::state)));
    }

    @Override
    public String label() {
        return this.messages.text("release.overview.package");
    }

    @Override
    public String text(ReleaseDetails release) {
        return this.messages.text("release.overview.units", this.packages.get(release.key()).units().size());
    }

}
