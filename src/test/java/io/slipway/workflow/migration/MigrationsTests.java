package io.slipway.workflow.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.test.FailingJobs;
import io.slipway.test.RecordedActions;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.AtOnce;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.ReleaseSuspendedException;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItemRebuild;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.Workflow;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import io.slipway.workflow.operation.OperationConflictException;
import io.slipway.workflow.operation.ReleaseSuspension;
import io.slipway.workflow.step.WorkItemGuides;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Runs go to a newer version of their model one by one, with their work items, and not
 * past a duty that they have not done.
 */
@SlipwayTest
class MigrationsTests {

    private static final String MANAGER = "release-manager";

    private static final String WHY = "The new version asks for less.";

    private static final Map<String, String> CHOICE = Map.of("Task_Old", "Task_New");

    @Autowired
    Migrations migrations;

    @Autowired
    ProcessModels models;

    @Autowired
    FailingJobs processes;

    @Autowired
    Workflow workflow;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemActs acts;

    @Autowired
    WorkItemGuides guides;

    @Autowired
    WorkItemRebuild rebuild;

    @Autowired
    ReleaseSuspension suspension;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RecordedActions actions;

    @Autowired
    Acting acting;

    @Test
    void isForReleaseManagersOnly() {
        ModelVersion from = deploy(text());
        String run = start("GROW-WHO");
        ModelVersion to = deploy(newer());
        for (String person : List.of("administrator", "deployment-manager", "auditor")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.migrations.migrate(from, to, CHOICE, run, WHY)));
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.migrations.preview(from, to, CHOICE, "")));
        }
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as(MANAGER, () -> this.migrations.migrate(from, to, CHOICE, run, " ")));
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as(MANAGER, () -> this.migrations.migrate(to, from, CHOICE, run, WHY)));
    }

    @Test
    void showsWhatBecomesOfEachStepAndEachRun() {
        ModelVersion from = deploy(text());
        String first = start("GROW-SHOW-1");
        String old = start("GROW-SHOW-2");
        this.processes.complete(this.processes.item("GROW-SHOW-2", "Task_First"));
        this.processes.item("GROW-SHOW-2", "Task_Old");
        ModelVersion to = deploy(newer());
        MigrationPreview preview = preview(from, to, Map.of());
        assertThat(preview.running()).isEqualTo(2);
        assertThat(preview.calls()).isFalse();
        assertThat(preview.equal()).extracting(MappedElement::element)
            .containsExactlyInAnyOrder("Task_First", "Task_Approve", "Task_Last");
        assertThat(preview.vanished()).singleElement().satisfies((element) -> {
            assertThat(element.element()).isEqualTo("Task_Old");
            assertThat(element.tokens()).isOne();
            assertThat(element.choices()).extracting(MappedElement.Choice::element)
                .as("not the step that comes after an approval")
                .containsExactly("Task_New");
        });
        assertThat(run(preview, first).possible()).isTrue();
        assertThat(run(preview, first).waits()).containsExactly("First");
        assertThat(run(preview, old).possible()).isFalse();
        assertThat(run(preview, old).problems()).isNotEmpty();
        assertThat(run(preview(from, to, CHOICE), old).possible()).isTrue();
        assertThat(definition(old)).as("a trial is taken back").isEqualTo(from.id());
        assertThat(run(preview(from, to, Map.of("Task_Old", "Task_Late")), old).possible()).isFalse();
    }

    @Test
    void takesTheWorkItemsAlong() {
        ModelVersion from = deploy(text());
        String run = start("GROW-ITEM");
        WorkItem before = this.processes.item("GROW-ITEM", "Task_First");
        assertThat(this.guides.of(before).documentation()).isEqualTo("Do the first thing.");
        String old = start("GROW-ITEM-2");
        this.processes.complete(this.processes.item("GROW-ITEM-2", "Task_First"));
        WorkItem vanished = this.processes.item("GROW-ITEM-2", "Task_Old");
        ModelVersion to = deploy(newer());
        migrate(from, to, run);
        migrate(from, to, old);
        WorkItem now = this.workItems.get(before.id());
        assertThat(now.stepName()).isEqualTo("First, anew");
        assertThat(now.createdAt()).isEqualTo(before.createdAt());
        assertThat(now.priority()).isEqualTo(before.priority());
        WorkItem renamed = this.workItems.get(vanished.id());
        assertThat(renamed.step()).isEqualTo("Task_New");
        assertThat(renamed.stepName()).isEqualTo("New step");
        assertThat(renamed.form()).isEqualTo("test/new");
        assertThat(this.guides.of(renamed).documentation()).isEmpty();
        assertThat(definition(run)).isEqualTo(to.id());
        assertThat(this.actions.of("GROW-ITEM")).contains("release.migrated");
        this.processes.complete(now);
        this.processes.item("GROW-ITEM", "Task_New");
        List<Map<String, Object>> migrated = rows("GROW-ITEM%");
        this.acting.as("administrator", () -> this.rebuild.rebuild());
        assertThat(rows("GROW-ITEM%")).as("a rebuild has nothing to mend").isNotEmpty().isEqualTo(migrated);
    }

    /**
     * All that the table of work items tells of some releases, with the words of each.
     */
    private List<Map<String, Object>> rows(String releases) {
        return this.jdbc.sql("""
                select w.*, (select group_concat(word order by word) from work_item_words where id = w.id) words
                from work_items w where business_key like ? order by w.id""").param(releases).query().listOfRows();
    }

    @Test
    void reportsEachRunThatCannotGo() {
        ModelVersion from = deploy(text());
        String old = start("GROW-NOT");
        this.processes.complete(this.processes.item("GROW-NOT", "Task_First"));
        this.processes.item("GROW-NOT", "Task_Old");
        String held = start("GROW-HELD");
        this.acting.as(MANAGER, () -> this.suspension.suspend("GROW-HELD", "Wait."));
        ModelVersion to = deploy(newer());
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as(MANAGER,
                    () -> this.migrations.migrate(from, to, Map.of("Task_Old", "Task_Late"), old, WHY)))
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("operation.migrate.refused"));
        assertThatExceptionOfType(ReleaseSuspendedException.class).isThrownBy(() -> migrate(from, to, held));
        assertThat(run(preview(from, to, CHOICE), held).possible()).isFalse();
        assertThatExceptionOfType(OperationConflictException.class).isThrownBy(() -> migrate(from, to, "no-such-run"));
        migrate(from, to, old);
        assertThatExceptionOfType(OperationConflictException.class).isThrownBy(() -> migrate(from, to, old));
        assertThat(definition(held)).isEqualTo(from.id());
    }

    @Test
    void letsOneOfTwoWinAndTellsTheOther() throws Exception {
        ModelVersion from = deploy(text());
        List<String> runs = List.of(start("GROW-RACE-1"), start("GROW-RACE-2"), start("GROW-RACE-3"));
        ModelVersion to = deploy(newer());
        try (AtOnce both = new AtOnce()) {
            for (String run : runs) {
                Runnable press = () -> migrate(from, to, run);
                List<@Nullable Throwable> errors = both.run(List.of(press, press));
                assertThat(errors).filteredOn(Objects::isNull).hasSize(1);
                assertThat(errors).filteredOn(Objects::nonNull)
                    .singleElement()
                    .isInstanceOf(OperationConflictException.class);
            }
        }
    }

    @Test
    void meetsACompletionWithoutLosingEither() throws Exception {
        ModelVersion from = deploy(text());
        String run = start("GROW-MEET");
        WorkItem item = this.processes.item("GROW-MEET", "Task_First");
        ModelVersion to = deploy(newer());
        try (AtOnce both = new AtOnce()) {
            List<@Nullable Throwable> errors = both.run(List.of(() -> migrate(from, to, run),
                    () -> this.acting.as(MANAGER, () -> this.acts.complete(item.id(), (open) -> Outcome.of("done")))));
            assertThat(errors.get(1)).isNull();
        }
        assertThat(this.workItems.get(item.id()).open()).isFalse();
    }

    private MigrationPreview preview(ModelVersion from, ModelVersion to, Map<String, String> choices) {
        return this.acting.as(MANAGER, () -> this.migrations.preview(from, to, choices, ""));
    }

    private void migrate(ModelVersion from, ModelVersion to, String run) {
        this.acting.as(MANAGER, () -> this.migrations.migrate(from, to, CHOICE, run, WHY));
    }

    private static MigrationRun run(MigrationPreview preview, String run) {
        return preview.page().rows().stream().filter((one) -> one.id().equals(run)).findFirst().orElseThrow();
    }

    private String definition(String run) {
        return this.runtimeService.createProcessInstanceQuery()
            .processInstanceId(run)
            .singleResult()
            .getProcessDefinitionId();
    }

    private String start(String key) {
        this.workflow.start("GrowProcess", key, Map.of("releaseName", key, "phase", "PLAN"));
        return this.runtimeService.createProcessInstanceQuery()
            .processInstanceBusinessKey(key)
            .singleResult()
            .getProcessInstanceId();
    }

    private ModelVersion deploy(String text) {
        String id = this.repositoryService.createDeployment()
            .name("growing model")
            .addString("models/GrowProcess.bpmn", text)
            .deployWithResult()
            .getDeployedProcessDefinitions()
            .get(0)
            .getId();
        return Objects.requireNonNull(this.models.byId(java.util.Set.of(id)).get(id));
    }

    /** The older version. */
    private static String text() {
        try {
            return new ClassPathResource("models/GrowProcess.bpmn").getContentAsString(StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new AssertionError(ex);
        }
    }

    /**
     * The first step has another name and text, another is new in the place of the
     * second, and one more comes after the approval.
     */
    private static String newer() {
        return text().replace("name=\"First\"", "name=\"First, anew\"")
            .replace("Do the first thing.", "Do it anew.")
            .replace("Task_Old", "Task_New")
            .replace("Old step", "New step")
            .replace("test/old", "test/new")
            .replace("targetRef=\"EndEvent_Done\" />",
                    "targetRef=\"Task_Late\" /><bpmn:userTask id=\"Task_Late\" name=\"Late\" camunda:asyncAfter=\"true\" "
                            + "camunda:formKey=\"test/late\" camunda:candidateGroups=\"release-manager\" "
                            + "camunda:dueDate=\"P2D\" /><bpmn:sequenceFlow id=\"Flow_6\" sourceRef=\"Task_Late\" "
                            + "targetRef=\"EndEvent_Done\" />");
    }

}
