package io.slipway.workflow.operation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.identity.Verdict;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.workflow.Suspensions;
import io.slipway.workflow.engine.FlowGraph;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Moves a token of a release to another element of the same process, as far as
 * {@link TokenMovePolicy} allows it.
 */
@Service
public class TokenMoves {

    private final Tokens tokens;

    private final TokenMovePolicy policy;

    private final TokenEffects effects;

    private final RuntimeService runtimeService;

    private final HistoryService historyService;

    private final Suspensions suspensions;

    private final Operations operations;

    private final Journal journal;

    TokenMoves(Tokens tokens, TokenMovePolicy policy, TokenEffects effects, RuntimeService runtimeService,
            HistoryService historyService, Suspensions suspensions, Operations operations, Journal journal) {
        this.tokens = tokens;
        this.policy = policy;
        this.effects = effects;
        this.runtimeService = runtimeService;
        this.historyService = historyService;
        this.suspensions = suspensions;
        this.operations = operations;
        this.journal = journal;
    }

    /**
     * Where the processes of a release wait.
     * @return the tokens, by model and element
     */
    public List<Token> tokens(String key) {
        return this.tokens.of(key);
    }

    /**
     * Where a token can go, and where not and why. Refuses a token that is no longer
     * there, with an {@link OperationConflictException}.
     */
    public MoveOptions options(String key, String token) {
        return options(token(key, token));
    }

    /**
     * What a move will do. Refuses as {@link #options} does, and an element that the
     * model does not have, with a {@link NotFoundException}.
     * @param element id of the element to which it shall go
     * @return what will end, what will be skipped, and the verdict
     */
    public MovePreview preview(String key, String token, String element) {
        Token found = token(key, token);
        MoveTarget target = target(found, element);
        return new MovePreview(found, target, this.effects.withdrawn(found), this.effects.ended(found),
                skipped(found, target));
    }

    /**
     * Moves a token. Its work item, or all that runs in the process it has called, is
     * withdrawn, and its target begins. Refuses everybody but release managers, a missing
     * reason, what the policy refuses, a suspended release, a target that fails at once,
     * and, with an {@link OperationConflictException}, a token that is no longer there.
     * @param element id of the element to which it goes
     * @param reason why, at most 1,000 characters
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public void move(String key, String token, String element, String reason) {
        String why = Operations.reason(reason);
        try {
            this.operations.run(() -> {
                this.operations.hold(key);
                this.suspensions.refuse(key);
                Token found = token(key, token);
                require(found.movable());
                MoveTarget target = target(found, element);
                require(target.verdict());
                modify(found, element, why);
                record(key, found, target, why);
                return true;
            });
        }
        catch (ProcessEngineException | IllegalStateException | IllegalArgumentException ex) {
            // What begins at the target failed, and took everything back.
            throw new InvalidInputException("", "operation.move.failed", String.valueOf(ex.getMessage()));
        }
    }

    private void modify(Token token, String element, String reason) {
        ProcessInstanceModificationBuilder modification = this.runtimeService
            .createProcessInstanceModification(token.run())
            .startBeforeActivity(element);
        // The target begins first, so that a sub-process around both does not begin anew.
        (token.leaves() ? modification.cancelTransitionInstance(token.id())
                : modification.cancelActivityInstance(token.id()))
            .setAnnotation(reason)
            .execute();
    }

    private void record(String key, Token token, MoveTarget target, String reason) {
        this.journal.record(JournalEntry.ofRelease("token.moved", key)
            .as(Role.RELEASE_MANAGER)
            .because(reason)
            .change(Map.of("step", token.element()),
                    Map.of("step", target.element(), "process", token.model().process() + " " + token.model().version(),
                            "direction", target.back() ? "back" : "forward")));
    }

    private Token token(String key, String id) {
        return this.tokens.of(key)
            .stream()
            .filter((token) -> token.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new OperationConflictException("operation.move.gone", key));
    }

    private MoveOptions options(Token token) {
        FlowNode from = this.tokens.node(token.model(), token.element());
        FlowGraph graph = FlowGraph.around(from);
        Set<String> visited = visited(token);
        Set<String> before = graph.before(from.getId());
        return new MoveOptions(token,
                this.tokens.nodes(token.model())
                    .stream()
                    .filter((node) -> token.passed() || !node.getId().equals(from.getId()))
                    .filter(TokenMoves::isNamed)
                    .map((node) -> new MoveTarget(node.getId(), TokenMovePolicy.label(node),
                            node.getElementType().getTypeName(),
                            before.contains(node.getId()) || node.getId().equals(from.getId()),
                            this.policy.judge(graph, from, token.passed(), node, visited)))
                    .toList());
    }

    /** Where ways only meet there is nothing that a person could mean. */
    private static boolean isNamed(FlowNode node) {
        return !(node instanceof Gateway) || !TokenMovePolicy.label(node).equals(node.getId());
    }

    private MoveTarget target(Token token, String element) {
        return options(token).targets()
            .stream()
            .filter((target) -> target.element().equals(element))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("element", element));
    }

    private List<MovePreview.SkippedStep> skipped(Token token, MoveTarget target) {
        if (target.back()) {
            return List.of();
        }
        FlowNode from = this.tokens.node(token.model(), token.element());
        FlowNode to = this.tokens.node(token.model(), target.element());
        return this.policy.between(FlowGraph.around(from), from, token.passed(), to)
            .stream()
            .filter((node) -> !(node instanceof Gateway))
            .map((node) -> new MovePreview.SkippedStep(TokenMovePolicy.label(node),
                    node.getDocumentations()
                        .stream()
                        .map(ModelElementInstance::getTextContent)
                        .map(String::strip)
                        .collect(Collectors.joining(" "))))
            .toList();
    }

    private Set<String> visited(Token token) {
        return this.historyService.createHistoricActivityInstanceQuery()
            .processInstanceId(token.run())
            .list()
            .stream()
            .map(HistoricActivityInstance::getActivityId)
            .collect(Collectors.toSet());
    }

    private static void require(Verdict verdict) {
        if (!verdict.allowed()) {
            throw new InvalidInputException("", "operation.move.refused", verdict.reason());
        }
    }

}
