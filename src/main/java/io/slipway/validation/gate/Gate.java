package io.slipway.validation.gate;

import java.util.List;

import io.slipway.policy.QualityGate;
import io.slipway.validation.gate.GateWaivers.Waived;
import org.jspecify.annotations.Nullable;

/**
 * A gate with its verdict.
 *
 * @param rule what the table asks for
 * @param required whether the policy asks the release to pass it
 * @param value the fact; null if nobody knows it
 * @param verdict how it is judged
 * @param waived the waiver that lets it pass, if one does
 */
public record Gate(QualityGate rule, boolean required, @Nullable Integer value, GateVerdict verdict,
        @Nullable Waived waived) {

    /** The gate whose fact comes about after the tests are assessed. */
    static final String REHEARSAL = "rollback-rehearsal";

    /** What stops every release, whether its policy asks for the gate or not. */
    private static final List<String> GRAVE = List.of("tests.failed.critical", "tests.failed.major",
            "sbom.licences.forbidden");

    static Gate judge(QualityGate rule, boolean required, @Nullable Integer value, @Nullable Waived waived) {
        GateVerdict verdict = (value == null) ? GateVerdict.MISSING
                : rule.passes(value) ? GateVerdict.PASS : GateVerdict.FAIL;
        Gate gate = new Gate(rule, required, value, verdict, null);
        return (waived != null && verdict != GateVerdict.PASS)
                ? new Gate(rule, required, value, GateVerdict.WAIVED, waived) : gate;
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
     * @return whether it fails and has to pass, or is missing and must not be
     */
    public boolean stops() {
        return switch (this.verdict) {
            case FAIL -> this.required || GRAVE.contains(fact());
            case MISSING -> this.required && this.rule.missingStops();
            case PASS, WAIVED -> false;
        };
    }

    /**
     * Tells whether it is judged when test results are assessed, and not later.
     * @return whether its fact is known by then
     */
    public boolean ofValidation() {
        return !this.rule.gate().equals(REHEARSAL);
    }

}
