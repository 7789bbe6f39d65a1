package io.slipway.workflow.migration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.slipway.input.KeyPage;
import io.slipway.ui.Messages;
import io.slipway.workflow.Suspensions;
import io.slipway.workflow.engine.RaceErrors;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.operation.Operations;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

import org.springframework.stereotype.Component;

/**
 * Tries a migration out, run by run, and takes it back: nothing but the engine itself
 * knows what it finds possible.
 */
@Component
class MigrationTrial {

    private final MigrationPlans plans;

    private final MigrationRows rows;

    private final Operations operations;

    private final Suspensions suspensions;

    private final RuntimeService runtimeService;

    private final Messages messages;

    MigrationTrial(MigrationPlans plans, MigrationRows rows, Operations operations, Suspensions suspensions,
            RuntimeService runtimeService, Messages messages) {
        this.plans = plans;
        this.rows = rows;
        this.operations = operations;
        this.suspensions = suspensions;
        this.runtimeService = runtimeService;
        this.messages = messages;
    }

    MigrationPreview preview(ModelVersion from, ModelVersion to, Map<String, String> choices, String cursor) {
        Map<String, List<String>> problems = this.plans.problems(from, to, choices);
        Map<String, String> sound = problems.isEmpty() ? choices : Map.of();
        MigrationPlan plan = this.plans.plan(from, to, sound);
        KeyPage<MigrationRows.Row> page = this.rows.page(from, cursor);
        Set<String> suspended = this.suspensions
            .among(page.rows().stream().map(MigrationRows.Row::businessKey).toList());
        return new MigrationPreview(from, to, this.rows.count(from), elements(from, to, choices, problems),
                this.plans.places(from).stream().anyMatch(CallActivity.class::isInstance),
                page.map((row) -> run(row, plan, from, suspended)));
    }

    private List<MappedElement> elements(ModelVersion from, ModelVersion to, Map<String, String> choices,
            Map<String, List<String>> problems) {
        Set<String> equal = this.plans.mapped(from, to);
        List<FlowNode> targets = this.plans.places(to);
        return this.plans.places(from).stream().map((place) -> {
            boolean same = equal.contains(place.getId());
            String target = same ? place.getId() : choices.get(place.getId());
            String targetName = targets.stream()
                .filter((one) -> one.getId().equals(target))
                .findFirst()
                .map(MigrationTrial::label)
                .orElse(null);
            List<MappedElement.Choice> offered = same ? List.of()
                    : this.plans.choices(place, from, to)
                        .stream()
                        .map((one) -> new MappedElement.Choice(one.getId(), label(one)))
                        .toList();
            return new MappedElement(place.getId(), label(place), place.getElementType().getTypeName(),
                    same ? 0 : this.rows.tokens(from, place.getId()), target, targetName, same, offered,
                    problems.getOrDefault(place.getId(), List.of()));
        }).toList();
    }

    private MigrationRun run(MigrationRows.Row row, MigrationPlan plan, ModelVersion from, Set<String> suspended) {
        List<String> waits;
        try {
            waits = this.runtimeService.getActiveActivityIds(row.id())
                .stream()
                .map((id) -> id.replaceFirst("#.*", ""))
                .distinct()
                .map((id) -> name(from, id))
                .toList();
        }
        catch (ProcessEngineException ex) {
            return new MigrationRun(row.id(), row.businessKey(), List.of(),
                    List.of(this.messages.text("operation.migrate.gone")));
        }
        List<String> problems = suspended.contains(row.businessKey())
                ? List.of(this.messages.text("operation.migrate.suspended")) : problems(row.id(), plan);
        return new MigrationRun(row.id(), row.businessKey(), waits, problems);
    }

    private List<String> problems(String run, MigrationPlan plan) {
        try {
            this.operations.tryOut(() -> this.runtimeService.newMigration(plan).processInstanceIds(run).execute());
            return List.of();
        }
        catch (MigratingProcessInstanceValidationException ex) {
            return Migrations.failures(ex.getValidationReport());
        }
        catch (ProcessEngineException ex) {
            return List.of(RaceErrors.isRace(ex) ? this.messages.text("operation.conflict.race")
                    : this.messages.text("operation.migrate.gone"));
        }
    }

    private String name(ModelVersion model, String element) {
        return this.plans.node(model, element).map(MigrationTrial::label).orElse(element);
    }

    private static String label(FlowNode node) {
        String name = Objects.requireNonNullElse(node.getName(), "");
        return name.isBlank() ? node.getId() : name;
    }

}
