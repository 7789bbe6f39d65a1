package io.slipway.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.slipway.workflow.seen.SeenDecision;
import org.jspecify.annotations.Nullable;

/**
 * What was done at once, told as one: the event that it is about, and those that went
 * along.
 *
 * @param others in their order
 * @param seen what whoever decided saw, if somebody decided
 */
public record AuditAct(AuditSentence lead, List<AuditSentence> others, @Nullable SeenDecision seen) {

    /** Puts together the rows of each act that stand beside each other. */
    static List<AuditAct> of(List<AuditSentence> rows, AuditKinds kinds, Map<String, SeenDecision> seen) {
        List<AuditAct> acts = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int to = from + 1;
            Long act = rows.get(from).entry().act();
            while (act != null && to < rows.size() && act.equals(rows.get(to).entry().act())) {
                to++;
            }
            acts.add(one(rows.subList(from, to), kinds, seen));
            from = to;
        }
        return acts;
    }

    private static AuditAct one(List<AuditSentence> rows, AuditKinds kinds, Map<String, SeenDecision> seen) {
        List<AuditSentence> inOrder = new ArrayList<>(rows);
        inOrder.sort(Comparator.comparing((row) -> row.entry().sequence()));
        AuditSentence lead = inOrder.stream()
            .filter((row) -> !kinds.of(row.entry().action()).beside())
            .findFirst()
            .orElse(inOrder.get(0));
        inOrder.remove(lead);
        return new AuditAct(lead, List.copyOf(inOrder),
                rows.stream()
                    .filter((row) -> decides(row.entry()))
                    .map((row) -> seen.get(row.entry().subject()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null));
    }

    /** Whether a row says that a step was decided. */
    static boolean decides(AuditEntry entry) {
        return entry.newValues().containsKey("seen");
    }

    /** All its rows, that which it is about first. */
    public List<AuditSentence> rows() {
        List<AuditSentence> rows = new ArrayList<>(List.of(this.lead));
        rows.addAll(this.others);
        return rows;
    }

}
