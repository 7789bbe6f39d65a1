package io.slipway.deployment.pipeline;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders attempts, shows them, and lets people say how one ended that nobody else can
 * tell. Who may order one is decided by who asks: a run's step has been approved with its
 * plan.
 */
@Service
@Transactional
public class PipelineAttempts {

    /** The longest evidence. */
    static final int LONGEST = 500;

    private static final int MOST_FACTS = 200;

    private static final int MOST_INPUTS = 20;

    private static final int LONGEST_INPUT = 1000;

    private final AttemptStore store;

    private final AttemptFacts facts;

    private final Pipelines pipelines;

    private final Journal journal;

    private final Clock clock;

    PipelineAttempts(AttemptStore store, AttemptFacts facts, Pipelines pipelines, Journal journal, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.pipelines = pipelines;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Orders an attempt, in the caller's transaction; the tool is told after it. Refuses,
     * at the field, an unknown or retired pipeline, an environment that it may not deploy
     * to, a kind of run for which it has no credential, too many or too long inputs, and
     * a subject that has one that did not end.
     * @return the attempt's id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String start(AttemptOrder order) {
        InputCheck check = new InputCheck();
        Optional<Pipeline> found = this.pipelines.find(order.call().pipeline()).filter((one) -> !one.retired());
        check.refuseIf(found.isEmpty(), "pipeline", "deployment.pipeline.unknown", order.call().pipeline());
        found.ifPresent((pipeline) -> {
            check.refuseIf(!pipeline.environments().contains(order.environment()), "environment",
                    "deployment.pipeline.environment.forbidden", pipeline.pipeline(), order.environment());
            check.refuseIf(
                    pipeline.credential(order.rehearsal()).isEmpty(), "pipeline", order.rehearsal()
                            ? "deployment.pipeline.credential.rehearsal" : "deployment.pipeline.credential.live",
                    pipeline.pipeline());
        });
        check.refuseIf(tooMuch(order.call().inputs()), "inputs", "deployment.pipeline.inputs.long", MOST_INPUTS,
                LONGEST_INPUT);
        check.finish();
        Act act = this.journal.act();
        String attempt = AttemptIds.next(act.at());
        try {
            this.store.insert(attempt, order, found.orElseThrow(), act.by(), act.at());
        }
        catch (DuplicateKeyException ex) {
            throw new InvalidInputException("subject", "deployment.pipeline.attempt.open", order.subject());
        }
        this.journal.record(JournalEntry.of("attempt.ordered", "attempt", attempt)
            .release(order.releaseKey())
            .with(Map.of("pipeline", order.call().pipeline(), "environment", order.environment(), "rehearsal",
                    order.rehearsal())));
        return attempt;
    }

    private static boolean tooMuch(Map<String, String> inputs) {
        return inputs.size() > MOST_INPUTS || inputs.entrySet()
            .stream()
            .anyMatch((one) -> one.getKey().length() + one.getValue().length() > LONGEST_INPUT);
    }

    /** The latest attempt for a subject. */
    @Transactional(readOnly = true)
    public Optional<PipelineAttempt> newestOf(String subject) {
        return this.store.newest(subject);
    }

    /** The attempts for a subject, the latest first, 25 at most. */
    @Transactional(readOnly = true)
    public List<PipelineAttempt> ofSubject(String subject) {
        return this.store.list(Clause.equal("subject", subject), "").rows();
    }

    /**
     * The attempts of a pipeline, the latest first.
     * @param from where the page begins; text that nobody gave out begins anew
     */
    @Transactional(readOnly = true)
    public KeyPage<PipelineAttempt> ofPipeline(String pipeline, String from) {
        return this.store.list(Clause.equal("pipeline", pipeline), from);
    }

    /**
     * An attempt.
     * @param attempt its id; refuses an unknown one with a {@code NotFoundException}
     */
    @Transactional(readOnly = true)
    public PipelineAttempt get(String attempt) {
        return this.store.get(attempt);
    }

    /** What was told of an attempt, the latest first, 200 at most. */
    @Transactional(readOnly = true)
    public List<FactRow> facts(PipelineAttempt attempt) {
        return this.store.facts(attempt.id(), MOST_FACTS);
    }

    /**
     * Says how an attempt ended that nobody else can tell. Refuses one that is not held
     * and not overdue, an end that is none, and no evidence.
     * @param outcome SUCCEEDED, FAILED, CANCELLED or TIMED_OUT
     * @param evidence what was looked at, 1 to 500 characters
     */
    @PreAuthorize("hasAnyAuthority('deployment-manager', 'build-engineer')")
    public PipelineAttempt decide(String attempt, @Nullable AttemptState outcome, String evidence) {
        PipelineAttempt shown = this.store.locked(this.store.get(attempt).id());
        InputCheck check = new InputCheck();
        String seen = check.required("evidence", evidence, LONGEST, "deployment.pipeline.evidence.missing");
        check.refuseIf(outcome == null || !outcome.ended(), "outcome", "deployment.pipeline.outcome.missing");
        check.refuseIf(!shown.decidable(), "", "deployment.pipeline.decide.not");
        check.finish();
        Act act = this.journal.act();
        this.journal.record(JournalEntry.of("attempt.decided", "attempt", attempt)
            .release(shown.releaseKey())
            .as(Role.DEPLOYMENT_MANAGER)
            .because(seen)
            .change(Map.of("state", shown.state()), Map.of("state", outcome, "pipeline", shown.pipeline())));
        return this.facts.take(shown.id(), AttemptFact.of(FactSource.PERSON, outcome, seen), act.by());
    }

}
