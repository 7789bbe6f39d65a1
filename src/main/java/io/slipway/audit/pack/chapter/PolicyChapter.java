package io.slipway.audit.pack.chapter;

import java.util.List;
import java.util.Optional;

import io.slipway.policy.PolicyFact;
import io.slipway.policy.PolicyManagement;
import io.slipway.policy.PolicyWords;
import io.slipway.policy.ShownDecision;
import io.slipway.release.ReleaseDetails;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the policy decided, by which rows of which version of a table, from what.
 */
@Component
@Order(30)
class PolicyChapter implements Chapter.Source {

    private final PolicyManagement policies;

    private final PolicyWords words;

    private final People people;

    PolicyChapter(PolicyManagement policies, PolicyWords words, People people) {
        this.policies = policies;
        this.words = words;
        this.people = people;
    }

    @Override
    public Optional<Chapter> of(ReleaseDetails release) {
        List<Facts> decisions = Pages.all((from) -> this.policies.decisionsOf(release.key(), from))
            .stream()
            .map(this.words::show)
            .map(this::decision)
            .toList();
        return decisions.isEmpty() ? Optional.empty()
                : Optional.of(new Chapter("policy", Facts.none().with("decisions", decisions)));
    }

    private Facts decision(ShownDecision shown) {
        return Facts.none()
            .with("at", shown.kept().decidedAt())
            .with("table", shown.table())
            .with("version", shown.kept().decision().version())
            .with("rows", shown.kept().decision().rules())
            .with("from", told(shown.inputs()))
            .with("decided", told(shown.outputs()))
            .with("by", this.people.who(shown.kept().decidedBy()));
    }

    private static List<String> told(List<PolicyFact> facts) {
        return facts.stream().map((fact) -> fact.label() + ": " + String.join(", ", fact.values())).toList();
    }

}
