package io.slipway.audit.pack.chapter;

import java.util.Map;
import java.util.Optional;

import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.ReleaseUnitDetails;
import io.slipway.packaging.bom.BomManagement;
import io.slipway.packaging.bom.BomSummary;
import io.slipway.release.ReleaseDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What was built: units, papers and bills of materials, each by its digest.
 */
@Component
@Order(50)
class PackageChapter implements Chapter.Source {

    private final PackageManagement packages;

    private final BomManagement boms;

    private final People people;

    PackageChapter(PackageManagement packages, BomManagement boms, People people) {
        this.packages = packages;
        this.boms = boms;
        this.people = people;
    }

    @Override
    public Optional<Chapter> of(ReleaseDetails release) {
        PackageDetails content = this.packages.get(release.key());
        if (content.units().isEmpty() && content.documents().isEmpty()) {
            return Optional.empty();
        }
        Map<String, BomSummary> bills = this.boms.of(release);
        return Optional.of(new Chapter("package",
                Facts.none()
                    .with("digest", content.digest())
                    .with("assembledAt", content.assembledAt())
                    .with("documentation", content.documentation())
                    .with("scripts", content.scripts())
                    .with("units",
                            content.units().stream().map((unit) -> unit(unit, bills.get(unit.digest()))).toList())
                    .with("documents",
                            content.documents()
                                .stream()
                                .map((one) -> Facts.none()
                                    .with("kind", one.kind())
                                    .with("name", one.name())
                                    .with("digest", one.digest())
                                    .with("by", this.people.who(one.uploadedBy()))
                                    .with("at", one.uploadedAt()))
                                .toList())));
    }

    private Facts unit(ReleaseUnitDetails unit, @Nullable BomSummary bill) {
        Facts facts = Facts.none()
            .with("name", unit.name())
            .with("version", unit.version())
            .with("artifact", unit.artifact())
            .with("digest", unit.digest())
            .with("commit", unit.commit())
            .with("by", this.people.who(unit.deliveredBy()))
            .with("at", unit.deliveredAt());
        return (bill == null) ? facts
                : facts.with("bill", bill.subject().isBlank() ? bill.format() : bill.subject())
                    .with("billDigest", bill.fileDigest())
                    .with("components", bill.components())
                    .with("forbiddenLicences", bill.forbidden());
    }

}
