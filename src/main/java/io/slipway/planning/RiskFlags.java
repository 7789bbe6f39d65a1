package io.slipway.planning;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.policy.Risk;
import io.slipway.release.ReleaseSummary;
import io.slipway.release.page.ReleaseFlag;
import io.slipway.release.page.ReleaseFlags;
import io.slipway.ui.Messages;
import io.slipway.workflow.fact.DecidingFact;

import org.springframework.stereotype.Component;

/**
 * Tells on cards about decisions how risky the policy finds a release; in lists that is
 * no mark.
 */
@Component
class RiskFlags implements ReleaseFlags {

    private final CurrentPlans plans;

    private final Messages words;

    RiskFlags(CurrentPlans plans, Messages words) {
        this.plans = plans;
        this.words = words;
    }

    @Override
    public Map<String, List<ReleaseFlag>> of(Collection<String> keys) {
        return Map.of();
    }

    @Override
    public Map<String, List<DecidingFact>> facts(Collection<ReleaseSummary> releases) {
        Map<String, Risk> risks = this.plans.risks(releases.stream().map(ReleaseSummary::key).toList());
        return releases.stream()
            .filter((release) -> risks.containsKey(release.key()))
            .collect(Collectors.toMap(ReleaseSummary::key,
                    (release) -> List.of(fact(release, risks.get(release.key())))));
    }

    private DecidingFact fact(ReleaseSummary release, Risk risk) {
        return new DecidingFact(risk.weight(), this.words.text("planning.risk.label"),
                this.words.text("planning.risk.text", this.words.text("planning.decide.risk." + risk),
                        this.words.text("release.type." + release.type()),
                        this.words.text("release.model." + release.model())),
                "/releases/" + release.key() + "/policy");
    }

}
