package io.slipway.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.slipway.approval.ApprovalRule;
import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;
import io.slipway.sql.KeyOrder;
import io.slipway.sql.ReadOnce;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the decision tables, and keeps what they decided for a release with its inputs and
 * the version of the table.
 */
@Service
@Transactional
public class PolicyManagement {

    private static final String KEPT = """
            select id, decision as decision_decision, table_version as decision_version, matched_rows as decision_rules,
                   inputs, outputs, decided_by, decided_at
              from policy_decisions""";

    private static final KeyOrder<KeptDecision> LATEST_FIRST = KeyOrder.<KeptDecision>descending()
        .number("id", KeptDecision::id);

    private final Tables tables;

    private final JdbcClient jdbc;

    private final Journal journal;

    private final ReadOnce once;

    PolicyManagement(Tables tables, JdbcClient jdbc, Journal journal, ReadOnce once) {
        this.tables = tables;
        this.jdbc = jdbc;
        this.journal = journal;
        this.once = once;
    }

    /**
     * What the policy would ask of a release; nothing is kept.
     * @param inputs what it decides by
     */
    @Transactional(readOnly = true)
    public ReleasePolicy releasePolicy(PolicyInputs inputs) {
        return this.tables.ask(inputs);
    }

    /**
     * Decides what a release needs, and keeps the decision with it.
     * @param inputs what is decided by
     */
    public ReleasePolicy decideReleasePolicy(String releaseKey, PolicyInputs inputs) {
        ReleasePolicy policy = releasePolicy(inputs);
        keep(releaseKey, policy.decision(), Tables.words(inputs),
                Map.of("planApprovals", ApprovalRule.text(policy.planApprovals()), "changeApprovals",
                        ApprovalRule.text(policy.changeApprovals()), "windowRequired", policy.windowRequired(),
                        "freezeBinding", policy.freezeBinding(), "gates", String.join(",", policy.gates()),
                        "supportDays", policy.supportDays(), "reviewRequired", policy.reviewRequired(), "byRule",
                        String.join(",", policy.byRule())));
        return policy;
    }

    /**
     * Assesses a risk; nothing is kept.
     * @param inputs what it is assessed by
     * @return the risk with its reasons; low and without a reason if nothing speaks for
     * more
     */
    @Transactional(readOnly = true)
    public RiskAssessment assessRisk(RiskInputs inputs) {
        return this.tables.ask(inputs);
    }

    /**
     * Assesses the risk of a release's change, and keeps the decision with it.
     * @param inputs what it is assessed by
     * @return the risk with its reasons
     */
    public RiskAssessment decideRisk(String releaseKey, RiskInputs inputs) {
        RiskAssessment assessment = assessRisk(inputs);
        keep(releaseKey, assessment.decision(), Tables.words(inputs),
                Map.of("risk", Tables.word(assessment.risk()), "reason", assessment.reasons()));
        return assessment;
    }

    /**
     * Which approvals a change to an approved plan voids; nothing is kept.
     * @param parts what changed, in the words of the table: {@code name}, {@code people},
     * {@code scope}, {@code services}, {@code items}, {@code type}, {@code model},
     * {@code environment}, {@code schema-change}, {@code units}, {@code dependencies},
     * {@code time}, {@code rollback}, {@code backups}, {@code communication},
     * {@code support}; an unknown part voids everything
     * @return what is void, and why; nothing if no part changed
     */
    @Transactional(readOnly = true)
    public Voided voidedBy(ReleaseType type, Set<String> parts) {
        return this.tables.ask(type, parts);
    }

    /**
     * How good the facts about a package have to be; nothing is kept.
     * @param risk how much it puts at stake
     * @return a gate for each fact that the table knows, in its order
     */
    @Transactional(readOnly = true)
    public List<QualityGate> qualityGates(ReleaseType type, Risk risk) {
        return this.once.of("quality gates", type + " " + risk, () -> this.tables.ask(type, risk));
    }

    /**
     * Keeps how the gates judged a release's package.
     * @param risk how much it puts at stake
     * @param verdicts fact, value and verdict of each gate, as text for people
     */
    public void keepQualityGates(String releaseKey, ReleaseType type, Risk risk, List<String> verdicts,
            List<QualityGate> gates) {
        int version = gates.stream().mapToInt((gate) -> gate.decision().version()).max().orElse(0);
        List<String> rows = gates.stream().flatMap((gate) -> gate.decision().rules().stream()).toList();
        keep(releaseKey, new DecisionReference(Tables.QUALITY, version, rows),
                Map.of("type", Tables.word(type), "risk", Tables.word(risk)), Map.of("gate", verdicts));
    }

    /**
     * Tells whether the policy asked a release to pass a gate when its plan was submitted
     * last. Before, nobody knows, and every gate is asked for.
     * @param gate its name, such as {@code test-results}
     */
    @Transactional(readOnly = true)
    public boolean asks(String releaseKey, String gate) {
        return asked(releaseKey).test(gate);
    }

    /**
     * The gates that the policy asked a release to pass, as {@link #asks} tells of one.
     * @return whether it asked for a gate of that name
     */
    @Transactional(readOnly = true)
    public Predicate<String> asked(String releaseKey) {
        return latest(releaseKey).map((decision) -> Tables.list(decision.outputs().get("gates")))
            .map((gates) -> (Predicate<String>) gates::contains)
            .orElse((gate) -> true);
    }

    /**
     * The decision by which a step of a release passes once every fact is green.
     * @param step its name, such as {@code start-deployment}
     * @return nothing where a person decides, and before the plan is submitted
     */
    @Transactional(readOnly = true)
    public Optional<DecisionReference> lets(String releaseKey, String step) {
        return latest(releaseKey).filter((decision) -> Tables.list(decision.outputs().get("byRule")).contains(step))
            .map(KeptDecision::decision);
    }

    private Optional<KeptDecision> latest(String releaseKey) {
        return this.once.of("kept policy", releaseKey,
                () -> Clause.of(KEPT)
                    .where(Clause.equal("release_key", releaseKey).and(Clause.equal("decision", Tables.RELEASE_POLICY)))
                    .append(LATEST_FIRST.by() + " limit 1")
                    .on(this.jdbc)
                    .query(KeptDecision.class)
                    .optional());
    }

    /**
     * What the tables decided on a release, the latest first.
     * @param from the cursor, empty for the first page
     */
    @Transactional(readOnly = true)
    public KeyPage<KeptDecision> decisionsOf(String releaseKey, String from) {
        return LATEST_FIRST.page(this.jdbc, KEPT, Clause.equal("release_key", releaseKey), from, KeptDecision.class);
    }

    private void keep(String releaseKey, DecisionReference decision, Map<String, Object> inputs,
            Map<String, Object> outputs) {
        Act act = this.journal.act();
        Clause
            .insert("policy_decisions", "version", 0, "release_key", releaseKey, "decision", decision.decision(),
                    "table_version", decision.version(), "matched_rows", String.join(",", decision.rules()), "inputs",
                    Json.text(inputs), "outputs", Json.text(outputs), "decided_by", act.by(), "decided_at", act.at())
            .on(this.jdbc)
            .update();
        Map<String, Object> values = new TreeMap<>(outputs);
        values.put("tableVersion", decision.version());
        this.journal.record(
                JournalEntry.of("policy.decided", "decision", decision.decision()).release(releaseKey).with(values));
    }

}
