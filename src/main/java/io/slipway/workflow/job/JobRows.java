package io.slipway.workflow.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    private static final int ACTIVE = 1;

    private final JdbcClient jdbc;

    private final ProcessModels models;

    private final RepositoryService repositoryService;

    JobRows(JdbcClient jdbc, ProcessModels models, RepositoryService repositoryService) {
        this.jdbc = jdbc;
        this.models = models;
        this.repositoryService = repositoryService;
    }

    List<JobSummary> list(JobSql statement) {
        List<Row> rows = this.jdbc.sql(statement.sql()).params(statement.parameters()).query(JobRows::row).list();
        Set<String> definitions = rows.stream()
            .map(Row::definition)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
        Map<String, ModelVersion> versions = definitions.isEmpty() ? Map.of() : this.models.byId(definitions);
        return rows.stream().map((row) -> summary(row, versions)).toList();
    }

    /** Keeps others from changing a job until the transaction ends. */
    void lock(String id) {
        this.jdbc.sql("select ID_ from ACT_RU_JOB where ID_ = ? for update wait 10")
            .param(id)
            .query(String.class)
            .optional();
    }

    int number(JobSql statement) {
        return this.jdbc.sql(statement.sql()).params(statement.parameters()).query(Integer.class).single();
    }

    Optional<Instant> instant(JobSql statement) {
        return this.jdbc.sql(statement.sql())
            .params(statement.parameters())
            .query((row, number) -> Optional.ofNullable(instant(row, 1)))
            .single();
    }

    /** Numbers by name; the number of what has no name stands under the empty one. */
    Map<String, Integer> numbers(JobSql statement) {
        return this.jdbc.sql(statement.sql())
            .params(statement.parameters())
            .query((row, number) -> Map.entry(Objects.requireNonNullElse(row.getString(1), ""), row.getInt(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private JobSummary summary(Row row, Map<String, ModelVersion> versions) {
        String element = Objects.requireNonNullElse(row.element(), "");
        return new JobSummary(row.id(), row.revision(), row.release(),
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

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("ID_"), row.getInt("REV_"), row.getString("BUSINESS_KEY_"),
                row.getString("PROCESS_DEF_ID_"), row.getString("ELEMENT_"), row.getString("HANDLER_TYPE_"),
                row.getInt("RETRIES_"),
                row.getString("EXCEPTION_STACK_ID_") != null || row.getString("EXCEPTION_MSG_") != null,
                row.getString("EXCEPTION_MSG_"), instant(row, row.findColumn("FAILED_AT_")),
                instant(row, row.findColumn("DUEDATE_")), instant(row, row.findColumn("CREATE_TIME_")),
                row.getInt("SUSPENSION_STATE_") != ACTIVE, row.getString("LOCK_OWNER_"));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return (at != null) ? at.toInstant(ZoneOffset.UTC) : null;
    }

    /**
     * A row of the engine's table.
     */
    private record Row(String id, int revision, @Nullable String release, @Nullable String definition,
            @Nullable String element, String handler, int retries, boolean failed, @Nullable String message,
            @Nullable Instant failedAt, @Nullable Instant dueAt, @Nullable Instant createdAt, boolean suspended,
            @Nullable String node) {
    }

}
