package io.slipway.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.slipway.ui.Messages;
import io.slipway.workflow.decision.DecisionColumn;
import io.slipway.workflow.decision.DecisionRow;
import io.slipway.workflow.decision.DecisionTable;
import io.slipway.workflow.decision.Decisions;

import org.springframework.stereotype.Component;

/**
 * Says what stands in decision tables, and what they decided, in words for people.
 */
@Component("policyWords")
public class PolicyWords {

    private static final String WORD = "policy.word.";

    private static final Pattern APPROVALS = Pattern.compile("([a-z-]+):(\\d+)");

    private static final Pattern RANGE = Pattern.compile("\\[(\\d+)\\.\\.(\\d+)]");

    private static final Pattern COMPARED = Pattern.compile("(>=|>|<=|<) *(\\d+)");

    private static final Map<String, String> COMPARISONS = Map.of(">", "above", ">=", "at-least", "<", "below", "<=",
            "at-most");

    private final Messages messages;

    private final Decisions decisions;

    PolicyWords(Messages messages, Decisions decisions) {
        this.messages = messages;
        this.decisions = decisions;
    }

    /**
     * Which of the matching rows count.
     * @param hitPolicy as DMN names it, such as {@code UNIQUE}
     */
    public String hit(String hitPolicy) {
        return message("policy.hit." + hitPolicy.replace(' ', '-'), hitPolicy);
    }

    /**
     * When a row matches.
     * @return such as {@code Release type: Minor; Risk: Low or Medium}
     */
    public String conditions(DecisionTable table, DecisionRow row) {
        List<String> conditions = new ArrayList<>();
        for (int column = 0; column < row.inputs().size(); column++) {
            String cell = row.inputs().get(column);
            if (!cell.equals(DecisionRow.ANYTHING)) {
                conditions
                    .add(this.messages.text("policy.condition", table.inputs().get(column).label(), condition(cell)));
            }
        }
        return conditions.isEmpty() ? this.messages.text("policy.otherwise") : String.join("; ", conditions);
    }

    /**
     * The condition in a cell of a row.
     * @param cell as FEEL writes it, such as {@code "low","medium"} or {@code > 20}
     * @return such as {@code low or medium}
     */
    String condition(String cell) {
        Matcher range = RANGE.matcher(cell);
        if (range.matches()) {
            return this.messages.text("policy.range", range.group(1), range.group(2));
        }
        Matcher compared = COMPARED.matcher(cell);
        if (compared.matches()) {
            return this.messages.text("policy.compared." + COMPARISONS.get(compared.group(1)), compared.group(2));
        }
        return Arrays.stream(cell.split(","))
            .map((value) -> word(unquoted(value)))
            .collect(Collectors.joining(" " + this.messages.text("policy.or") + " "));
    }

    /**
     * What a cell of a row says, or a value that was decided.
     * @param value text, number, flag or a list of them
     * @return in words
     */
    public String value(Object value) {
        String text = unquoted(value.toString());
        if (text.isEmpty()) {
            return this.messages.text("ui.none");
        }
        return text.endsWith(".") ? text
                : Arrays.stream(text.split(",")).map(this::part).collect(Collectors.joining(", "));
    }

    /** A kept decision in words, with the table as it was then. */
    public ShownDecision show(KeptDecision kept) {
        DecisionReference decision = kept.decision();
        DecisionTable table = this.decisions.table(decision.decision(), decision.version())
            .or(() -> this.decisions.table(decision.decision()))
            .orElseThrow(() -> new IllegalStateException("No decision " + decision.decision() + " is deployed"));
        List<DecisionRow> rows = table.rows().stream().filter((row) -> decision.rules().contains(row.id())).toList();
        return new ShownDecision(kept, table.name(), facts(table.inputs(), kept.inputs()),
                facts(table.outputs(), kept.outputs()), rows);
    }

    /**
     * Values in words, in the order of a table's columns.
     * @return one fact for each column that has a value
     */
    public List<PolicyFact> facts(List<DecisionColumn> columns, Map<String, ?> values) {
        List<PolicyFact> facts = new ArrayList<>();
        for (DecisionColumn column : columns) {
            Object value = values.get(column.name());
            if (value instanceof Collection<?> several) {
                facts.add(new PolicyFact(column.label(), several.stream().map(this::value).toList()));
            }
            else if (value != null) {
                facts.add(new PolicyFact(column.label(), List.of(value(value))));
            }
        }
        return List.copyOf(facts);
    }

    private String part(String text) {
        Matcher approvals = APPROVALS.matcher(text);
        if (approvals.matches()) {
            return this.messages.text("policy.approvals", approvals.group(2),
                    message("identity.role." + approvals.group(1), approvals.group(1)));
        }
        return word(text);
    }

    private String word(String text) {
        return message(WORD + text, text);
    }

    private static String unquoted(String text) {
        return text.strip().replace("\"", "");
    }

    private String message(String code, String otherwise) {
        return this.messages.textOr(code, otherwise);
    }

}
