package io.slipway.validation;

import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.validation.gate.GateFact;
import io.slipway.validation.gate.GateFactSource;

import org.springframework.stereotype.Component;

/**
 * Tells the gates whether the rollback of the package as it is was rehearsed.
 */
@Component
class RehearsalGateFact implements GateFactSource {

    private static final String FACT = "rollback.rehearsed";

    private final ValidationStore store;

    RehearsalGateFact(ValidationStore store) {
        this.store = store;
    }

    @Override
    public Map<String, GateFact> facts(ReleaseDetails release) {
        return this.store.newestRehearsal(release)
            .filter(RehearsalDetails::counts)
            .map((rehearsal) -> Map.of(FACT, GateFact.of(rehearsal.succeeded() ? 1 : 0)))
            .orElse(Map.of());
    }

}
