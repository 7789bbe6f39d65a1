package io.slipway.policy.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.policy.PolicyWords;
import io.slipway.ui.form.Choice;
import io.slipway.workflow.decision.DecisionColumn;
import io.slipway.workflow.decision.DecisionTable;
import org.jspecify.annotations.Nullable;

/**
 * What somebody entered to try a table: read from the address, so that it can be shared,
 * and checked against what the table foresees.
 *
 * @param asked whether anything was entered at all
 * @param fields the inputs with what was entered
 */
record Trial(boolean asked, List<TrialField> fields) {

    /** What makes the inputs' names in the address differ from other parameters. */
    static final String PREFIX = "in-";

    private static final int LONGEST_NUMBER = 6;

    static Trial of(DecisionTable table, Map<String, String> parameters, PolicyWords words) {
        Set<String> names = table.inputs().stream().map(DecisionColumn::name).collect(Collectors.toSet());
        boolean asked = names.stream().anyMatch((name) -> parameters.containsKey(PREFIX + name));
        return new Trial(asked,
                table.inputs().stream().map((input) -> field(input, asked, parameters, words)).toList());
    }

    boolean complete() {
        return this.asked && this.fields.stream().allMatch((field) -> field.error() == null);
    }

    Map<String, Object> inputs(DecisionTable table) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (int place = 0; place < this.fields.size(); place++) {
            DecisionColumn input = table.inputs().get(place);
            inputs.put(input.name(), typed(input, this.fields.get(place).value()));
        }
        return inputs;
    }

    private static TrialField field(DecisionColumn input, boolean asked, Map<String, String> parameters,
            PolicyWords words) {
        List<Choice> choices = values(input).stream().map((value) -> new Choice(value, words.value(value))).toList();
        String first = choices.isEmpty() ? "0" : choices.get(0).value();
        String value = asked ? parameters.getOrDefault(PREFIX + input.name(), "").strip() : first;
        return new TrialField(input.name(), input.label(), choices, value, error(choices, value));
    }

    private static @Nullable String error(List<Choice> choices, String value) {
        if (choices.isEmpty()) {
            return value.matches("\\d{1," + LONGEST_NUMBER + "}") ? null : "policy.try.number";
        }
        return choices.stream().anyMatch((choice) -> choice.value().equals(value)) ? null : "policy.try.choose";
    }

    private static List<String> values(DecisionColumn input) {
        return input.type().equals("boolean") ? List.of("false", "true") : input.values();
    }

    private static Object typed(DecisionColumn input, String value) {
        return switch (input.type()) {
            case "boolean" -> Boolean.valueOf(value);
            case "integer" -> Integer.valueOf(value);
            default -> value;
        };
    }

}
