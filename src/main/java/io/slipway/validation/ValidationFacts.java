package io.slipway.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Messages;
import io.slipway.validation.gate.Gate;
import io.slipway.validation.gate.GateManagement;
import io.slipway.validation.gate.GateVerdict;
import io.slipway.validation.gate.GateWords;
import io.slipway.validation.gate.ReleaseGates;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;

import org.springframework.stereotype.Component;

/**
 * What decides on a package, in a few facts for every page that decides: its gates, what
 * was waived, its tests and the rehearsal of its rollback.
 */
@Component
public class ValidationFacts {

    private final ValidationManagement validation;

    private final GateManagement gates;

    private final GateWords gateWords;

    private final Messages words;

    ValidationFacts(ValidationManagement validation, GateManagement gates, GateWords gateWords, Messages words) {
        this.validation = validation;
        this.gates = gates;
        this.gateWords = gateWords;
        this.words = words;
    }

    /**
     * The facts that are judged when test results are assessed.
     */
    public List<DecidingFact> ofTests(ReleaseDetails release) {
        List<DecidingFact> facts = new ArrayList<>();
        ReleaseGates all = this.gates.of(release);
        facts.add(gates(release, all, all.stoppingValidation()));
        waived(release, all, facts);
        return facts;
    }

    /**
     * All facts of a package: gates, waivers, assessment and rehearsal.
     */
    public List<DecidingFact> of(ReleaseDetails release) {
        List<DecidingFact> facts = new ArrayList<>();
        ReleaseGates all = this.gates.of(release);
        facts.add(gates(release, all, all.stopping()));
        waived(release, all, facts);
        facts.add(tests(release));
        facts.add(rehearsal(release));
        return facts;
    }

    private DecidingFact gates(ReleaseDetails release, ReleaseGates all, List<Gate> stopping) {
        if (all.gates().isEmpty()) {
            return fact(release, Weight.UNKNOWN, "gates.label", say("gates.none"));
        }
        if (!stopping.isEmpty()) {
            return fact(release, Weight.BAD, "gates.label",
                    say("gates.stop", stopping.size(), this.gateWords.line(stopping)));
        }
        long passed = count(all, GateVerdict.PASS);
        long waived = count(all, GateVerdict.WAIVED);
        return fact(release, Weight.GOOD, "gates.label",
                say("gates.pass", all.gates().size(), passed, waived, all.gates().size() - passed - waived));
    }

    private void waived(ReleaseDetails release, ReleaseGates all, List<DecidingFact> facts) {
        List<Gate> waived = all.gates().stream().filter((gate) -> gate.verdict() == GateVerdict.WAIVED).toList();
        if (!waived.isEmpty()) {
            facts.add(fact(release, Weight.WARN, "waived.label",
                    waived.stream()
                        .map((gate) -> this.gateWords.fact(gate.fact()))
                        .collect(Collectors.joining(", ", "", "."))));
        }
    }

    private DecidingFact tests(ReleaseDetails release) {
        AssessmentDetails assessment = this.validation.newestAssessment(release).orElse(null);
        if (assessment == null) {
            return fact(release, Weight.UNKNOWN, "tests.label", say("tests.none"));
        }
        if (!assessment.counts()) {
            return fact(release, Weight.BAD, "tests.label", say("tests.outdated"));
        }
        TestResults results = assessment.results();
        String numbers = say("tests.numbers", results.critical(), results.major(), results.minor());
        return fact(release, assessment.passed() ? Weight.GOOD : Weight.BAD, "tests.label",
                say(assessment.passed() ? "tests.passed" : "tests.failed", numbers));
    }

    /**
     * Whether the rollback was rehearsed as the package now is, and how long it took.
     */
    public DecidingFact rehearsal(ReleaseDetails release) {
        RehearsalDetails rehearsal = this.validation.newestRehearsal(release).orElse(null);
        if (rehearsal == null) {
            boolean asked = this.validation.rehearsalAsked(release);
            return fact(release, asked ? Weight.UNKNOWN : Weight.GOOD, "rehearsal.label",
                    say(asked ? "rehearsal.none" : "rehearsal.not-asked"));
        }
        if (!rehearsal.counts()) {
            return fact(release, Weight.WARN, "rehearsal.label", say("rehearsal.outdated"));
        }
        return fact(release, rehearsal.succeeded() ? Weight.GOOD : Weight.BAD, "rehearsal.label",
                say(rehearsal.succeeded() ? "rehearsal.done" : "rehearsal.failed",
                        rehearsal.rehearsal().durationMinutes()));
    }

    private static long count(ReleaseGates all, GateVerdict verdict) {
        return all.gates().stream().filter((gate) -> gate.verdict() == verdict).count();
    }

    private DecidingFact fact(ReleaseDetails release, Weight weight, String label, String reason) {
        return new DecidingFact(weight, say(label), reason, "/releases/" + release.key() + "/validation");
    }

    private String say(String key, Object... arguments) {
        return this.words.text("validation.decide." + key, arguments);
    }

}
