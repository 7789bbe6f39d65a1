package io.slipway.workflow.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.sql.Clause;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads jobs, and says on which version of which model and at which element they stand.
 */
@Component
class JobRows {

    private final JdbcClient jdbc;

    private final ProcessModels models;

    private final RepositoryService repositoryService;

    JobRows(JdbcClient jdbc, ProcessModels models, RepositoryService repositoryService) {
        this.jdbc = jdbc;
        this.models = models;
        this.repositoryService = repositoryService;
    }

    List<JobSummary> list(Clause statement) {
        List<Row> rows = statement.on(this.jdbc).query(Row.class).list();
        Set<String> definitions = rows.stream()
            .map(Row::definition)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
        Map<String, ModelVersion> versions = definitions.isEmpty() ? Map.of() : this.models.byId(definitions);
        return rows.stream().map((row) -> summary(row, versions)).toList();
    }

    /** Keeps others from changing a job until the transaction ends. */
    void lock(String id) {
        this.jdbc.sql("select ID_ from ACT_RU_JOB where ID_ = :id for update wait 10")
            .param("id", id)
            .query(String.class)
            .optional();
    }

    int number(Clause statement) {
        return statement.on(this.jdbc).query(Integer.class).single();
    }

    Optional<Instant> instant(Clause statement) {
        return statement.on(this.jdbc).query(Instant.class).optional();
    }

    /** Numbers by name; the number of what has no name stands under the empty one. */
    Map<String, Integer> numbers(Clause statement) {
        return statement.on(this.jdbc)
            .query(Taken.class)
            .list()
            .stream()
            .collect(Collectors.toMap(Taken::owner, Taken::jobs));
    }

    private JobSummary summary(Row row, Map<String, ModelVersion> versions) {
        String element = Objects.requireNonNullElse(row.element(), "");
        return new JobSummary(row.id(), row.revision(),
                Optional.ofNullable(row.businessKey()).filter(WorkItem::isRelease).orElse(null),
                (row.definition() != null) ? versions.get(row.definition()) : null, element,
                name(row.definition(), element).orElse(row.handler()), row.retries(), row.failed(), row.message(),
                row.failedAt(), row.dueAt(), row.createdAt(), row.suspended(), row.node());
    }

    private Optional<String> name(@Nullable String definition, String element) {
        if (definition == null || element.isEmpty()) {
            return Optional.empty();
        }
        // Of several instances at once, the engine names the body by a suffix.
        String id = element.replaceFirst("#.*", "");
        ModelElementInstance found = this.repositoryService.getBpmnModelInstance(definition).getModelElementById(id);
        String name = (found instanceof FlowElement flow) ? flow.getName() : null;
        return Optional.of((name == null || name.isBlank()) ? id : name);
    }

    /** A row of the engine's table. */
    private record Row(String id, int revision, @Nullable String businessKey, @Nullable String definition,
            @Nullable String element, String handler, int retries, boolean failed, @Nullable String message,
            @Nullable Instant failedAt, @Nullable Instant dueAt, @Nullable Instant createdAt, boolean suspended,
            @Nullable String node) {
    }

    private record Taken(String owner, int jobs) {
    }

}
