package io.slipway.workflow.rule;

import java.util.Optional;

/**
 * Knows which steps of a release pass by themselves once every fact is green.
 */
public interface RuleBook {

    /**
     * The rule by which a step passes.
     * @param step the step without its feature, such as {@code start-deployment}
     * @return the rule; nothing where a person decides
     */
    Optional<StandingRule> of(String releaseKey, String step);

}
