package io.slipway.workflow.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

import org.springframework.stereotype.Service;
import org.springframework.util.ConcurrentLruCache;

/**
 * Asks the deployed decision tables, and shows them. Evaluating keeps nothing: whoever
 * needs the decision keeps it.
 */
@Service
public class Decisions {

    private static final int MOST_VERSIONS = 50;

    /**
     * So many answers of a table are remembered: it takes some milliseconds to find one.
     */
    private static final int ANSWERS = 500;

    private final RepositoryService repositoryService;

    private final TableEngine engine = new TableEngine();

    /** By key and version, which never change. */
    private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

    Decisions(RepositoryService repositoryService) {
        this.repositoryService = repositoryService;
    }

    /**
     * Asks the newest version of a table. Refuses a decision that is not deployed.
     * @param decision id of the decision, such as {@code ReleasePolicyDecision}
     * @param inputs texts, numbers and flags by the inputs' names
     */
    public DecisionResult evaluate(String decision, Map<String, ?> inputs) {
        Loaded newest = newest(decision)
            .orElseThrow(() -> new IllegalStateException("No decision " + decision + " is deployed"));
        return newest.answer(inputs);
    }

    /**
     * Asks a table several questions at once.
     * @param table one of the versions that are deployed
     * @param questions for each, texts, numbers and flags by the inputs' names
     * @return the rows that counted for each question
     */
    public List<DecisionResult> evaluateAll(DecisionTable table, List<Map<String, Object>> questions) {
        Loaded known = this.loaded.get(name(table.key(), table.version()));
        if (known == null) {
            throw new IllegalStateException("No such version of " + table.key() + ": " + table.version());
        }
        return questions.stream().map(known::answer).toList();
    }

    /** The newest version of every table. */
    public List<DecisionTable> tables() {
        return this.repositoryService.createDecisionDefinitionQuery()
            .latestVersion()
            .orderByDecisionDefinitionKey()
            .asc()
            .list()
            .stream()
            .map((definition) -> load(definition).table())
            .toList();
    }

    /**
     * The newest version of a table.
     * @return the table, if it is deployed
     */
    public Optional<DecisionTable> table(String decision) {
        return newest(decision).map(Loaded::table);
    }

    /**
     * A certain version of a table.
     * @return the table, if there is that version
     */
    public Optional<DecisionTable> table(String decision, int version) {
        if (version < 1) {
            return Optional.empty();
        }
        Loaded known = this.loaded.get(name(decision, version));
        return (known != null) ? Optional.of(known.table())
                : Optional.ofNullable(query(decision).decisionDefinitionVersion(version).singleResult())
                    .map((definition) -> load(definition).table());
    }

    /**
     * The versions of a table, the newest first, at most 50. A deployment makes a version
     * of every table, so many decide alike.
     * @return the versions; empty if it is not deployed
     */
    public List<DecisionTable> versions(String decision) {
        return query(decision).orderByDecisionDefinitionVersion()
            .desc()
            .listPage(0, MOST_VERSIONS)
            .stream()
            .map((definition) -> load(definition).table())
            .toList();
    }

    private Optional<Loaded> newest(String decision) {
        return Optional.ofNullable(query(decision).latestVersion().singleResult()).map(this::load);
    }

    private DecisionDefinitionQuery query(String decision) {
        return this.repositoryService.createDecisionDefinitionQuery().decisionDefinitionKey(decision);
    }

    private Loaded load(DecisionDefinition definition) {
        return this.loaded.computeIfAbsent(name(definition.getKey(), definition.getVersion()),
                (name) -> read(definition));
    }

    private static String name(String decision, int version) {
        return decision + ":" + version;
    }

    private Loaded read(DecisionDefinition definition) {
        try (InputStream content = this.repositoryService.getDecisionModel(definition.getId())) {
            DmnModelInstance model = Dmn.readModelFromStream(content);
            Decision decision = model.getModelElementById(definition.getKey());
            DmnDecision parsed = this.engine.parse(definition.getKey(), model);
            return new Loaded(TableReader.read(decision, definition.getVersion(), deployedAt(definition)),
                    new ConcurrentLruCache<>(ANSWERS, (inputs) -> this.engine.evaluate(parsed, new HashMap<>(inputs))));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private Instant deployedAt(DecisionDefinition definition) {
        return this.repositoryService.createDeploymentQuery()
            .deploymentId(definition.getDeploymentId())
            .singleResult()
            .getDeploymentTime()
            .toInstant();
    }

    /** A version of a table, which answers the same question alike for ever. */
    private record Loaded(DecisionTable table, ConcurrentLruCache<Map<String, ?>, List<MatchedRow>> answers) {

        DecisionResult answer(Map<String, ?> inputs) {
            return new DecisionResult(this.table.key(), this.table.version(), this.answers.get(new HashMap<>(inputs)));
        }

    }

}
