package io.slipway.validation.gate;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.slipway.packaging.PackageManagement;
import io.slipway.permit.PermitManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.policy.PolicyManagement;
import io.slipway.policy.QualityGate;
import io.slipway.policy.Risk;
import io.slipway.release.ReleaseDetails;
import io.slipway.sql.ReadOnce;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges a package by the facts that are known of it. Verdicts are derived whenever they
 * are asked for, and kept whenever somebody decides by them.
 */
@Service
@Transactional
public class GateManagement {

    /** The kind of permits that waive failed gates. */
    public static final String WAIVER = "waiver";

    private final List<GateFactSource> sources;

    private final PermitManagement permits;

    private final PackageManagement packages;

    private final PolicyManagement policies;

    private final GateWords words;

    private final ReadOnce once;

    private final CurrentPlans plans;

    private final Clock clock;

    GateManagement(List<GateFactSource> sources, PermitManagement permits, PackageManagement packages,
            PolicyManagement policies, GateWords words, ReadOnce once, CurrentPlans plans, Clock clock) {
        this.sources = sources;
        this.permits = permits;
        this.packages = packages;
        this.policies = policies;
        this.words = words;
        this.once = once;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Judges the package of a release as it is.
     * @return every gate; none before its plan is submitted
     */
    @Transactional(readOnly = true)
    public ReleaseGates of(ReleaseDetails release) {
        return this.once.of("gates", release.key(), () -> judge(release));
    }

    private ReleaseGates judge(ReleaseDetails release) {
        PlanPolicy policy = this.plans.of(release).policy();
        if (policy == null) {
            return new ReleaseGates(release.type(), Risk.LOW, List.of());
        }
        Map<String, GateFact> facts = new HashMap<>();
        this.sources.forEach((source) -> facts.putAll(source.facts(release)));
        Map<String, Waived> waived = waived(release);
        Predicate<String> asked = this.policies.asked(release.key());
        List<Gate> gates = this.policies.qualityGates(release.type(), policy.risk())
            .stream()
            .map((rule) -> Gate.judge(rule, asked.test(rule.gate()), facts.get(rule.fact()), waived.get(rule.fact())))
            .sorted(Comparator.comparing((gate) -> !gate.stops()))
            .toList();
        return new ReleaseGates(release.type(), policy.risk(), gates);
    }

    /**
     * The facts that are waived for the package as it is. A waiver whose time is over
     * counts no more, even if its process has not noticed yet.
     */
    private Map<String, Waived> waived(ReleaseDetails release) {
        Map<String, Waived> waived = new HashMap<>();
        this.permits.newest(WAIVER, release.key())
            .filter((waiver) -> waiver.counts(this.packages.get(release.key()).digest(), this.clock.instant()))
            .ifPresent((waiver) -> waiver.subjects()
                .forEach((fact) -> waived.put(fact, new Waived(waiver.decidedBy(), waiver.expiresAt()))));
        return waived;
    }

    /**
     * Whether the policy asks for a rehearsal of the rollback; nobody knows before it is
     * decided.
     */
    @Transactional(readOnly = true)
    public boolean asksForRehearsal(ReleaseDetails release) {
        return this.policies.asks(release.key(), Gate.REHEARSAL);
    }

    /** Keeps the verdicts with the release, because somebody decides by them. */
    public ReleaseGates keep(ReleaseDetails release) {
        ReleaseGates judged = of(release);
        if (!judged.gates().isEmpty()) {
            List<QualityGate> rules = judged.gates().stream().map(Gate::rule).toList();
            this.policies.keepQualityGates(release.key(), judged.type(), judged.risk(),
                    judged.gates().stream().map(this.words::line).toList(), rules);
        }
        return judged;
    }

}
