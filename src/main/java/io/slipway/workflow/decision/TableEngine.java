package io.slipway.workflow.decision;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/**
 * Evaluates decision tables in FEEL and in no other language. The process engine would do
 * so too, but writes history for each evaluation, even where somebody only tries.
 */
final class TableEngine {

    private final MatchedRows matchedRows = new MatchedRows();

    private final DmnEngine engine;

    TableEngine() {
        String feel = DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE;
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setDefaultInputExpressionExpressionLanguage(feel);
        configuration.setDefaultInputEntryExpressionLanguage(feel);
        configuration.setDefaultOutputEntryExpressionLanguage(feel);
        configuration.setDefaultLiteralExpressionLanguage(feel);
        configuration.setScriptEngineResolver((language) -> refuse(language));
        configuration.setElProvider((expression) -> refuse(expression));
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this.matchedRows));
        this.engine = configuration.buildEngine();
    }

    DmnDecision parse(String decision, DmnModelInstance model) {
        return this.engine.parseDecision(decision, model);
    }

    List<MatchedRow> evaluate(DmnDecision decision, Map<String, Object> inputs) {
        return this.matchedRows.during(() -> this.engine.evaluateDecisionTable(decision, inputs));
    }

    private static <T> T refuse(String what) {
        throw new UnsupportedOperationException("Decision tables are written in FEEL, not in " + what);
    }

}
