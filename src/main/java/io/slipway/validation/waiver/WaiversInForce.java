package io.slipway.validation.waiver;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.validation.gate.GateWaivers;

import org.springframework.stereotype.Component;

/**
 * Tells the gates what is waived. A waiver whose time is over counts no more, even if its
 * process has not noticed yet.
 */
@Component
class WaiversInForce implements GateWaivers {

    private final WaiverRepository waivers;

    private final PackageManagement packages;

    private final Clock clock;

    WaiversInForce(WaiverRepository waivers, PackageManagement packages, Clock clock) {
        this.waivers = waivers;
        this.packages = packages;
        this.clock = clock;
    }

    @Override
    public Map<String, Waived> of(ReleaseDetails release) {
        Map<String, Waived> waived = new HashMap<>();
        String current = this.packages.get(release.key()).digest();
        this.waivers.findFirstByReleaseKeyOrderByIdDesc(release.key())
            .filter((waiver) -> waiver.inForce(current, this.clock.instant()))
            .map((waiver) -> waiver.details(current))
            .ifPresent((waiver) -> waiver.facts()
                .forEach((fact) -> waived.put(fact, new Waived(waiver.id(), waiver.justification(),
                        waiver.requestedBy(), String.valueOf(waiver.decidedBy()), waiver.expiresAt()))));
        return waived;
    }

}
