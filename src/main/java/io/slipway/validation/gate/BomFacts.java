package io.slipway.validation.gate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.bom.BomManagement;
import io.slipway.packaging.bom.BomSummary;
import io.slipway.packaging.bom.LicenceCount;
import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Messages;

import org.springframework.stereotype.Component;

/**
 * What bills of materials show: how many units have none, and how many components have a
 * forbidden licence. Nobody knows that before there is a bill, and nobody is sure of it
 * while a bill says what is not understood.
 */
@Component
class BomFacts implements GateFactSource {

    private final BomManagement boms;

    private final PackageManagement packages;

    private final Messages messages;

    BomFacts(BomManagement boms, PackageManagement packages, Messages messages) {
        this.boms = boms;
        this.packages = packages;
        this.messages = messages;
    }

    @Override
    public Map<String, GateFact> facts(ReleaseDetails release) {
        Map<String, BomSummary> known = this.boms.of(release);
        Map<String, GateFact> facts = new HashMap<>();
        int units = this.packages.get(release.key()).units().size();
        if (units > 0) {
            facts.put("sbom.missing", GateFact.of(units - known.size()));
        }
        if (!known.isEmpty()) {
            facts.put("sbom.licences.forbidden", forbidden(known.values()));
        }
        return facts;
    }

    private GateFact forbidden(Collection<BomSummary> boms) {
        GateFact fact = GateFact.of(boms.stream().mapToInt(BomSummary::forbidden).sum());
        int unclear = boms.stream().mapToInt(BomSummary::unclear).sum();
        if (unclear > 0) {
            String example = boms.stream()
                .flatMap((bom) -> bom.licences().stream())
                .filter(LicenceCount::unclear)
                .map(LicenceCount::licences)
                .findFirst()
                .orElse("");
            return fact.but(this.messages.text("validation.doubt.licences", unclear, example));
        }
        return boms.stream().allMatch(BomSummary::listed) ? fact
                : fact.but(this.messages.text("validation.doubt.components"));
    }

}
