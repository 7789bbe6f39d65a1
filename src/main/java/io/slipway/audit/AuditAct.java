package io.slipway.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was done at once, told as one: the event that it is about, and those that went
 * along.
 *
 * @param others in their order
 */
public record AuditAct(AuditSentence lead, List<AuditSentence> others) {

    /** Puts together the rows of each act that stand beside each other. */
    static List<AuditAct> of(List<AuditSentence> rows, AuditKinds kinds) {
        List<AuditAct> acts = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int to = from + 1;
            Long act = rows.get(from).entry().act();
            while (act != null && to < rows.size() && act.equals(rows.get(to).entry().act())) {
                to++;
            }
            acts.add(one(rows.subList(from, to), kinds));
            from = to;
        }
        return acts;
    }

    private static AuditAct one(List<AuditSentence> rows, AuditKinds kinds) {
        List<AuditSentence> inOrder = new ArrayList<>(rows);
        inOrder.sort(Comparator.comparing((row) -> row.entry().sequence()));
        AuditSentence lead = inOrder.stream()
            .filter((row) -> !kinds.of(row.entry().action()).beside())
            .findFirst()
            .orElse(inOrder.get(0));
        inOrder.remove(lead);
        return new AuditAct(lead, List.copyOf(inOrder));
    }

    /** All its rows, that which it is about first. */
    public List<AuditSentence> rows() {
        List<AuditSentence> rows = new ArrayList<>(List.of(this.lead));
        rows.addAll(this.others);
        return rows;
    }

}
