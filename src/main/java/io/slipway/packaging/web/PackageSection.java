package io.slipway.packaging.web;

import java.util.Locale;
import java.util.Map;

import io.slipway.packaging.ArtifactLibrary;
import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.ReopenManagement;
import io.slipway.packaging.bom.BomManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseEssential;
import io.slipway.release.ReleaseSection;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The tab with the units and papers of the package, and the essential of it.
 */
@Component
class PackageSection implements ReleaseSection, ReleaseEssential {

    private final BomManagement boms;

    private final ArtifactLibrary artifacts;

    private final PackageManagement packages;

    private final ReopenManagement reopening;

    private final MessageSource messages;

    PackageSection(BomManagement boms, ArtifactLibrary artifacts, PackageManagement packages,
            ReopenManagement reopening, MessageSource messages) {
        this.boms = boms;
        this.artifacts = artifacts;
        this.packages = packages;
        this.reopening = reopening;
        this.messages = messages;
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
        PackageDetails content = this.packages.get(release.key());
        return Map.of("content", content, "boms", this.boms.of(release), "gone",
                this.artifacts.missing(content.digests()), "mayChange", this.packages.mayChange(release), "reopenable",
                this.reopening.reopenable(release));
    }

    @Override
    public String label() {
        return say("release.overview.package");
    }

    @Override
    public String text(ReleaseDetails release) {
        return say("release.overview.units", this.packages.get(release.key()).units().size());
    }

    private String say(String code, Object... arguments) {
        return this.messages.getMessage(code, arguments, Locale.ENGLISH);
    }

}
