package io.slipway.policy;

import java.util.Optional;

import io.slipway.workflow.rule.RuleBook;
import io.slipway.workflow.rule.StandingRule;

import org.springframework.stereotype.Component;

/**
 * Lets pass by itself what the release policy names, by the decision that was kept with
 * the release.
 */
@Component
class PassingRules implements RuleBook {

    private final PolicyManagement policies;

    PassingRules(PolicyManagement policies) {
        this.policies = policies;
    }

    @Override
    public Optional<StandingRule> of(String releaseKey, String step) {
        return this.policies.lets(releaseKey, step)
            .map((decision) -> new StandingRule(decision.decision(), decision.version(), decision.rules()));
    }

}
