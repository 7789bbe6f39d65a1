package io.slipway.change;

import java.util.Arrays;
import java.util.List;

import io.slipway.policy.Risk;
import io.slipway.policy.RiskAssessment;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * The risk of a change as the decision table assessed it when it was requested.
 *
 * @param riskReasons every reason that counted, one per line
 * @param riskVersion version of the decision table; 0 for a risk that was assessed by
 * hand
 * @param riskRows ids of the rows that counted, separated by commas
 */
@Embeddable
public record ChangeRisk(@Enumerated(EnumType.STRING) Risk risk, String riskReasons,
        @Column(name = "risk_version") int riskVersion, String riskRows) {

    static final ChangeRisk UNKNOWN = new ChangeRisk(Risk.MEDIUM, "", 0, "");

    static ChangeRisk of(RiskAssessment assessment) {
        return new ChangeRisk(assessment.risk(), String.join("\n", assessment.reasons()),
                assessment.decision().version(), String.join(",", assessment.decision().rules()));
    }

    /**
     * The reasons one by one.
     * @return the reasons, the weightiest first
     */
    public List<String> reasons() {
        return this.riskReasons.lines().filter((line) -> !line.isBlank()).toList();
    }

    /** The rows of the table that counted. */
    public List<String> rows() {
        return Arrays.stream(this.riskRows.split(",")).filter((row) -> !row.isEmpty()).toList();
    }

}
