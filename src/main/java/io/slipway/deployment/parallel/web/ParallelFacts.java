package io.slipway.deployment.parallel.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.parallel.CutOverManagement;
import io.slipway.deployment.parallel.Cycle;
import io.slipway.deployment.parallel.ReconciliationManagement;
import io.slipway.deployment.parallel.TotalComparison;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;

import org.springframework.stereotype.Component;

/**
 * What decides in a parallel run: how many cycles were clean, what both systems disagree
 * about, and until when the old one can take over again.
 */
@Component
class ParallelFacts {

    private static final int NAMED = 5;

    private final ReconciliationManagement reconciliation;

    private final CutOverManagement cutOvers;

    private final Messages words;

    private final Times times;

    ParallelFacts(ReconciliationManagement reconciliation, CutOverManagement cutOvers, Messages words, Times times) {
        this.reconciliation = reconciliation;
        this.cutOvers = cutOvers;
        this.words = words;
        this.times = times;
    }

    List<DecidingFact> of(String releaseKey, long run) {
        List<DecidingFact> facts = new ArrayList<>();
        String page = "/releases/" + releaseKey + "/deployment";
        int clean = this.reconciliation.cleanInARow(run);
        int wanted = Math.max(1, this.reconciliation.plan(releaseKey).cleanCycles());
        facts.add(new DecidingFact((clean >= wanted) ? Weight.GOOD : Weight.NOTE, say("clean.label"),
                say("clean", clean, wanted), page));
        List<Cycle> last = this.reconciliation.cycles(run).stream().limit(2).toList();
        Map<Long, List<TotalComparison>> compared = this.reconciliation.comparisons(last);
        for (Cycle cycle : last) {
            List<TotalComparison> broken = compared.getOrDefault(cycle.id(), List.of())
                .stream()
                .filter(TotalComparison::broken)
                .toList();
            broken.stream()
                .limit(NAMED)
                .forEach((one) -> facts.add(new DecidingFact(Weight.BAD, say("break.label"),
                        say("break", cycle.number(), one.point(), one.grain(), one.difference().toPlainString()),
                        page)));
        }
        this.cutOvers.of(run).ifPresent((cutOver) -> {
            Instant until = cutOver.cutBackUntil();
            if (until != null) {
                boolean over = this.times.past(until);
                facts.add(new DecidingFact(over ? Weight.BAD : Weight.WARN, say("cut-back.label"),
                        say(over ? "cut-back.over" : "cut-back.open", this.times.withZone(until)), page));
            }
        });
        return facts;
    }

    private String say(String key, Object... arguments) {
        return this.words.text("deployment.parallel.decide." + key, arguments);
    }

}
