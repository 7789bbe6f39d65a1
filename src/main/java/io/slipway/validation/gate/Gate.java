package io.slipway.validation.gate;

import java.util.List;

import io.slipway.policy.QualityGate;
import org.jspecify.annotations.Nullable;

/**
 * A gate with its verdict.
 *
 * @param required whether the policy asks the release to pass it
 * @param value the fact; null if nobody knows it
 * @param doubt in words why nobody is sure of it; null if it is sure or not known
 * @param waived the waiver that lets it pass, if one does
 */
public record Gate(QualityGate rule, boolean required, @Nullable Integer value, @Nullable String doubt,
        GateVerdict verdict, @Nullable Waived waived) {

    /** The gate whose fact comes about after the tests are assessed. */
    static final String REHEARSAL = "rollback-rehearsal";

    /** What stops every release, whether its policy asks for the gate or not. */
    private static final List<String> GRAVE = List.of("tests.failed.critical", "tests.failed.major",
            "sbom.licences.forbidden");

    static Gate judge(QualityGate rule, boolean required, @Nullable GateFact fact, @Nullable Waived waived) {
        Integer value = (fact != null) ? fact.value() : null;
        String doubt = (fact != null) ? fact.doubt() : null;
        GateVerdict verdict = verdict(rule, value, doubt);
        return (waived != null && verdict != GateVerdict.PASS)
                ? new Gate(rule, required, value, doubt, GateVerdict.WAIVED, waived)
                : new Gate(rule, required, value, doubt, verdict, null);
    }

    private static GateVerdict verdict(QualityGate rule, @Nullable Integer value, @Nullable String doubt) {
        if (value != null && !rule.passes(value)) {
            return GateVerdict.FAIL;
        }
        if (doubt != null) {
            return GateVerdict.UNKNOWN;
        }
        return (value != null) ? GateVerdict.PASS : GateVerdict.MISSING;
    }

    /**
     * The name of the fact.
     * @return such as {@code tests.failed.critical}
     */
    public String fact() {
        return this.rule.fact();
    }

    /**
     * Tells whether it holds the release back.
     * @return whether it fails, or may fail, and has to pass; or is missing and must not
     * be
     */
    public boolean stops() {
        return switch (this.verdict) {
            case FAIL, UNKNOWN -> this.required || GRAVE.contains(fact());
            case MISSING -> this.required && this.rule.missingStops();
            case PASS, WAIVED -> false;
        };
    }

    /** Whether it is judged when test results are assessed, and not later. */
    public boolean ofValidation() {
        return !this.rule.gate().equals(REHEARSAL);
    }

}
