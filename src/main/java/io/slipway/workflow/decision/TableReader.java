package io.slipway.workflow.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.jspecify.annotations.Nullable;

/**
 * Reads a decision table out of its model, as people see it.
 */
final class TableReader {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private TableReader() {
    }

    static DecisionTable read(Decision decision, int version, Instant deployedAt) {
        var table = (org.camunda.bpm.model.dmn.instance.DecisionTable) decision.getExpression();
        List<Rule> rules = List.copyOf(table.getRules());
        return new DecisionTable(decision.getId(), decision.getName(), description(decision), version, deployedAt,
                table.getHitPolicy().name().replace('_', ' '),
                table.getInputs().stream().map(TableReader::input).toList(),
                table.getOutputs().stream().map(TableReader::output).toList(),
                IntStream.range(0, rules.size()).mapToObj((place) -> row(rules.get(place), place + 1)).toList());
    }

    private static DecisionColumn input(Input input) {
        return new DecisionColumn(input.getLabel(), input.getInputExpression().getText().getTextContent().strip(),
                input.getInputExpression().getTypeRef(), values(input.getInputValues()));
    }

    private static DecisionColumn output(Output output) {
        return new DecisionColumn(output.getLabel(), output.getName(), output.getTypeRef(),
                values(output.getOutputValues()));
    }

    private static List<String> values(@Nullable UnaryTests foreseen) {
        return (foreseen == null) ? List.of()
                : QUOTED.matcher(text(foreseen.getText())).results().map((value) -> value.group(1)).toList();
    }

    private static DecisionRow row(Rule rule, int number) {
        return new DecisionRow(rule.getId(), number,
                rule.getInputEntries().stream().map((entry) -> condition(text(entry.getText()))).toList(),
                rule.getOutputEntries().stream().map((entry) -> text(entry.getText())).toList(), description(rule));
    }

    private static String condition(String text) {
        return text.isEmpty() ? DecisionRow.ANYTHING : text;
    }

    private static String text(@Nullable Text text) {
        return (text == null) ? "" : text.getTextContent().strip();
    }

    private static String description(DmnElement element) {
        Collection<Description> descriptions = element.getChildElementsByType(Description.class);
        return descriptions.stream().findFirst().map((description) -> description.getTextContent().strip()).orElse("");
    }

}
