package io.slipway.workflow.decision;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.mockito.Mockito;

/**
 * The decision tables of {@code processes/policy/} as they lie in the repository, asked
 * without the portal.
 */
public final class TableFiles extends Decisions {

    private final TableEngine engine = new TableEngine();

    private final Map<String, DmnModelInstance> models = new ConcurrentHashMap<>();

    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    public TableFiles() {
        super(Mockito.mock(RepositoryService.class));
    }

    @Override
    public DecisionResult evaluate(String decision, Map<String, ?> inputs) {
        DmnDecision parsed = this.parsed.computeIfAbsent(decision, (key) -> this.engine.parse(key, model(key)));
        List<MatchedRow> rows = this.engine.evaluate(parsed, new HashMap<>(inputs));
        return new DecisionResult(decision, 1, rows);
    }

    @Override
    public List<DecisionResult> evaluateAll(DecisionTable table, List<Map<String, Object>> questions) {
        return questions.stream().map((inputs) -> evaluate(table.key(), inputs)).toList();
    }

    @Override
    public Optional<DecisionTable> table(String decision) {
        Decision element = model(decision).getModelElementById(decision);
        return Optional.of(TableReader.read(element, 1, Instant.EPOCH));
    }

    private DmnModelInstance model(String decision) {
        return this.models.computeIfAbsent(decision,
                (key) -> Stream.of("policy", "validation")
                    .map((folder) -> Path.of("processes", folder, key + ".dmn").toFile())
                    .filter(File::exists)
                    .map(Dmn::readModelFromFile)
                    .findFirst()
                    .orElseThrow());
    }

}
