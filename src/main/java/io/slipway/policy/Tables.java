package io.slipway.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.slipway.approval.ApprovalRule;
import io.slipway.configuration.Criticality;
import io.slipway.identity.Role;
import io.slipway.workflow.decision.DecisionResult;
import io.slipway.workflow.decision.DecisionRow;
import io.slipway.workflow.decision.DecisionTable;
import io.slipway.workflow.decision.Decisions;
import io.slipway.workflow.decision.MatchedRow;
import io.slipway.workflow.escalation.NextLevel;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts questions to the decision tables in their words, and reads their answers.
 */
@Component
class Tables {

    static final String RELEASE_POLICY = "ReleasePolicyDecision";

    static final String RISK = "ChangeRiskDecision";

    static final String AMENDMENT = "PlanAmendmentDecision";

    static final String QUALITY = "QualityGateDecision";

    static final String ESCALATION = "EscalationDecision";

    private final Decisions decisions;

    Tables(Decisions decisions) {
        this.decisions = decisions;
    }

    ReleasePolicy ask(PolicyInputs inputs) {
        DecisionResult result = this.decisions.evaluate(RELEASE_POLICY, words(inputs));
        MatchedRow row = only(result);
        return new ReleasePolicy(ApprovalRule.list(row.text("planApprovals")),
                ApprovalRule.list(row.text("changeApprovals")), row.flag("windowRequired"), row.flag("freezeBinding"),
                list(row.text("gates")), row.number("supportDays"), row.flag("reviewRequired"),
                list(row.text("byRule")), reference(result));
    }

    RiskAssessment ask(RiskInputs inputs) {
        DecisionResult result = this.decisions.evaluate(RISK, words(inputs));
        List<MatchedRow> rows = new ArrayList<>(result.matches());
        rows.sort(Comparator.comparing(Tables::risk).reversed());
        Risk highest = rows.isEmpty() ? Risk.LOW : risk(rows.get(0));
        return new RiskAssessment(highest, rows.stream().map((row) -> row.text("reason")).toList(), reference(result));
    }

    Voided ask(ReleaseType type, Set<String> parts) {
        boolean plan = false;
        boolean change = false;
        Set<String> reasons = new LinkedHashSet<>();
        Set<String> rows = new LinkedHashSet<>();
        int version = 0;
        for (String part : new TreeSet<>(parts)) {
            DecisionResult result = this.decisions.evaluate(AMENDMENT, Map.of("part", part, "type", word(type)));
            MatchedRow row = only(result);
            plan |= row.flag("voidsPlan");
            change |= row.flag("voidsChange");
            reasons.add(row.text("reason"));
            rows.add(row.id());
            version = result.version();
        }
        return new Voided(plan, change, List.copyOf(reasons),
                new DecisionReference(AMENDMENT, version, List.copyOf(rows)));
    }

    List<QualityGate> ask(ReleaseType type, Risk risk) {
        DecisionTable table = this.decisions.table(QUALITY)
            .orElseThrow(() -> new IllegalStateException("No decision " + QUALITY + " is deployed"));
        Map<String, String> reasons = table.rows()
            .stream()
            .collect(Collectors.toMap(DecisionRow::id, DecisionRow::annotation));
        List<String> facts = table.inputs().get(0).values();
        List<DecisionResult> results = this.decisions.evaluateAll(table,
                facts.stream()
                    .map((fact) -> Map.<String, Object>of("fact", fact, "type", word(type), "risk", word(risk)))
                    .toList());
        List<QualityGate> gates = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            MatchedRow row = only(results.get(i));
            gates.add(new QualityGate(facts.get(i), row.text("gate"), row.text("comparison").equals("at-most"),
                    row.number("threshold"), row.text("missing").equals("stops"), reasons.getOrDefault(row.id(), ""),
                    reference(results.get(i))));
        }
        return List.copyOf(gates);
    }

    NextLevel ask(Role role) {
        MatchedRow row = only(this.decisions.evaluate(ESCALATION, Map.of("role", role.id())));
        return new NextLevel(Role.of(row.text("nextLevel")).orElse(null),
                Arrays.stream(row.text("told").split(",")).flatMap((told) -> Role.of(told).stream()).toList());
    }

    static Map<String, Object> words(PolicyInputs inputs) {
        return Map.of("type", word(inputs.type()), "risk", word(inputs.risk()), "model", word(inputs.model()));
    }

    static Map<String, Object> words(RiskInputs inputs) {
        Criticality criticality = inputs.criticality();
        return Map.of("criticality", (criticality != null) ? word(criticality) : "unknown", "items", inputs.items(),
                "type", word(inputs.type()), "model", word(inputs.model()), "rollbackRehearsed",
                inputs.rollbackRehearsed(), "schemaChange", inputs.schemaChange(), "recentFailures",
                inputs.recentFailures());
    }

    /** A text of words with commas between them. */
    static List<String> list(@Nullable Object text) {
        return (text == null) ? List.of()
                : Arrays.stream(text.toString().split(",")).map(String::strip).filter((one) -> !one.isEmpty()).toList();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Risk risk(MatchedRow row) {
        return Risk.valueOf(row.text("risk").toUpperCase(Locale.ROOT));
    }

    private static MatchedRow only(DecisionResult result) {
        if (result.matches().size() != 1) {
            throw new IllegalStateException(
                    "%d rows of %s match, not one".formatted(result.matches().size(), result.decision()));
        }
        return result.matches().get(0);
    }

    private static DecisionReference reference(DecisionResult result) {
        return new DecisionReference(result.decision(), result.version(), result.rowIds());
    }

}
