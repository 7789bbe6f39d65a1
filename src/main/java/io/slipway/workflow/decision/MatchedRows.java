package io.slipway.workflow.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;

/**
 * Notes which rows counted: the engine tells its listeners, on the thread that evaluates,
 * but not whoever asked.
 */
final class MatchedRows implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<List<MatchedRow>> noted = new ThreadLocal<>();

    List<MatchedRow> during(Supplier<?> evaluation) {
        List<MatchedRow> rows = new ArrayList<>();
        this.noted.set(rows);
        try {
            evaluation.get();
            return List.copyOf(rows);
        }
        finally {
            this.noted.remove();
        }
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        List<MatchedRow> rows = this.noted.get();
        if (rows != null) {
            event.getMatchingRules().forEach((rule) -> rows.add(row(rule)));
        }
    }

    private static MatchedRow row(DmnEvaluatedDecisionRule rule) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        rule.getOutputEntries().values().forEach((entry) -> {
            Object value = entry.getValue().getValue();
            if (value != null) {
                outputs.put(entry.getOutputName(), value);
            }
        });
        return new MatchedRow(rule.getId(), Map.copyOf(outputs));
    }

}
