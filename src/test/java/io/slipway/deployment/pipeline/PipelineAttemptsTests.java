package io.slipway.deployment.pipeline;

import java.util.List;
import java.util.Map;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.planning.wave.PipelineCall;
import io.slipway.test.MutableClock;
import io.slipway.test.RecordedActions;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.IllegalTransactionStateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Attempts are ordered in the caller's transaction, one at a time for each subject, and
 * move forward only, by whatever is told of them.
 */
@SlipwayTest
@RecordApplicationEvents
class PipelineAttemptsTests {

    @Autowired
    PipelineAttempts attempts;

    @Autowired
    AttemptFacts facts;

    @Autowired
    Pipelines pipelines;

    @Autowired
    SomePipeline some;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    RecordedActions recorded;

    @Autowired
    ApplicationEvents events;

    private AttemptOrder order;

    private Pipeline pipeline;

    @BeforeEach
    void keep() {
        this.clock.stop();
        this.pipeline = this.some.of(PipelineTool.GITHUB);
        this.order = this.some.order(this.pipeline);
    }

    @Test
    void areOrderedOneAtATimeForEachSubject() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
            .isThrownBy(() -> this.attempts.start(this.order));
        String id = this.some.start(this.order);
        assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        PipelineAttempt attempt = this.attempts.newestOf(this.order.subject()).orElseThrow();
        assertThat(attempt.state()).isEqualTo(AttemptState.ORDERED);
        assertThat(attempt.work()).isEqualTo(this.order.call());
        assertThat(attempt.times().orderedAt()).isEqualTo(this.clock.instant());
        refuses("subject: deployment.pipeline.attempt.open", this.order);
        end(AttemptFact.of(FactSource.POLL, AttemptState.FAILED, "exit 1"));
        assertThat(this.some.start(this.order)).isNotEqualTo(id);
        assertThat(this.attempts.ofSubject(this.order.subject())).hasSize(2)
            .last()
            .satisfies((first) -> assertThat(first.attempt()).isEqualTo(id));
    }

    @Test
    void areRefusedWhereAPipelineMayNotDeploy() {
        refuses("pipeline: deployment.pipeline.unknown", with("no-such", this.order.environment(), false, Map.of()));
        refuses("environment: deployment.pipeline.environment.forbidden",
                with(this.pipeline.pipeline(), "elsewhere", false, Map.of()));
        refuses("inputs: deployment.pipeline.inputs.long",
                with(this.pipeline.pipeline(), this.order.environment(), false, Map.of("x", "y".repeat(1000))));
        keep(new Pipeline(this.pipeline.pipeline(), "Live only", PipelineTool.GITHUB, this.pipeline.address(),
                "acme/shop", "deploy.yml", "", "LIVE", "", "", 10, this.pipeline.environments(), false, 0));
        refuses("pipeline: deployment.pipeline.credential.rehearsal",
                with(this.pipeline.pipeline(), this.order.environment(), true, Map.of()));
        keep(new Pipeline(this.pipeline.pipeline(), "Gone", PipelineTool.GITHUB, this.pipeline.address(), "acme/shop",
                "deploy.yml", "", "LIVE", "", "", 10, this.pipeline.environments(), true, 1));
        refuses("pipeline: deployment.pipeline.unknown", this.order);
    }

    @Test
    void moveForwardOnlyAndEndOnce() {
        this.some.start(this.order);
        AttemptFact begun = AttemptFact.of(FactSource.CALLBACK, AttemptState.RUNNING, "begun").delivered("d1");
        assertThat(end(begun).state()).isEqualTo(AttemptState.RUNNING);
        assertThat(end(AttemptFact.of(FactSource.SENDER, AttemptState.ACCEPTED, "run 7").at(RunTrace.of("7", null)))
            .state()).isEqualTo(AttemptState.RUNNING);
        end(begun);
        assertThat(end(AttemptFact.of(FactSource.CALLBACK, AttemptState.SUCCEEDED, "done")).state())
            .isEqualTo(AttemptState.RUNNING);
        PipelineAttempt ended = end(
                AttemptFact.of(FactSource.POLL, AttemptState.SUCCEEDED, "all green").log("last line"));
        assertThat(ended.state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(ended.trace().run()).isEqualTo("7");
        assertThat(ended.excerpt()).isEqualTo("last line");
        end(AttemptFact.of(FactSource.POLL, AttemptState.RUNNING, "stale"));
        end(AttemptFact.of(FactSource.POLL, AttemptState.SUCCEEDED, "again"));
        assertThat(this.events.stream(AttemptEnded.class).filter(this::ours)).containsExactly(
                new AttemptEnded(this.order.subject(), ended.attempt(), AttemptState.SUCCEEDED, "all green"));
        assertThat(this.attempts.facts(ended)).extracting(FactRow::effect)
            .containsExactly(FactRow.Effect.LOGGED, FactRow.Effect.APPLIED, FactRow.Effect.APPLIED,
                    FactRow.Effect.APPLIED, FactRow.Effect.APPLIED);
        assertThat(this.recorded.of(this.order.releaseKey())).contains("attempt.ordered", "attempt.ended");
    }

    @Test
    void areHeldForAPersonWhereNobodyElseCanTell() {
        String id = this.some.start(this.order);
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> decide(id, AttemptState.SUCCEEDED, "I saw it."))
            .withMessage(": deployment.pipeline.decide.not");
        end(AttemptFact.of(FactSource.CALLBACK, AttemptState.SUCCEEDED, "done"));
        assertThat(end(AttemptFact.of(FactSource.POLL, AttemptState.FAILED, "red")).state())
            .isEqualTo(AttemptState.DISPUTED);
        assertThat(this.events.stream(AttemptHeld.class).filter((one) -> one.attemptId().equals(id))).hasSize(1);
        for (String person : List.of("release-manager", "auditor", "test-manager")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.attempts.decide(id, AttemptState.FAILED, "Seen.")));
        }
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> decide(id, AttemptState.RUNNING, " "))
            .withMessage(
                    "evidence: deployment.pipeline.evidence.missing, outcome: deployment.pipeline.outcome.missing");
        assertThat(decide(id, AttemptState.SUCCEEDED, "The service answers with 1.2.3.").state())
            .isEqualTo(AttemptState.SUCCEEDED);
        assertThat(this.events.stream(AttemptEnded.class).filter(this::ours)).hasSize(1);
        assertThat(this.recorded.of(this.order.releaseKey())).contains("attempt.held", "attempt.decided");
    }

    @Test
    void areDisputedWhereASecondRunAppears() {
        this.some.start(this.order);
        end(AttemptFact.of(FactSource.SENDER, AttemptState.ACCEPTED, "run 7").at(RunTrace.of("7", null)));
        assertThat(end(AttemptFact.of(FactSource.CALLBACK, AttemptState.RUNNING, "run 8").at(RunTrace.of("8", null)))
            .state()).isEqualTo(AttemptState.DISPUTED);
    }

    @Test
    void areOfPipelinesThatTheirKeepersKeep() {
        Pipeline fresh = this.some.unkept(SomePipeline.name("p"), PipelineTool.JENKINS, this.order.environment());
        for (String person : List.of("release-manager", "auditor", "test-manager", "administrator")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.pipelines.register(fresh)));
        }
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as("test-manager", () -> this.pipelines.list("")));
        assertThatExceptionOfType(NotFoundException.class)
            .isThrownBy(() -> this.acting.as("auditor", () -> this.pipelines.get("no-such")));
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("build-engineer",
                    () -> this.pipelines
                        .register(new Pipeline("Not A Key", "", PipelineTool.GITHUB, "http://169.254.169.254/", "shop",
                                "", "", "NONE", "NONE", "", 0, List.of("nowhere"), false, 0))))
            .withMessageContaining("key: deployment.pipeline.key.form")
            .withMessageContaining("name: deployment.pipeline.name.missing")
            .withMessageContaining("address: deployment.tool.address.forbidden")
            .withMessageContaining("project: deployment.pipeline.project.github")
            .withMessageContaining("liveCredential: deployment.tool.credential.unknown")
            .withMessageContaining("rehearsalCredential: deployment.tool.credential.unknown")
            .withMessageContaining("environments: deployment.pipeline.environments.unknown");
        assertThatExceptionOfType(StaleFormException.class).isThrownBy(() -> {
            keep(this.pipeline);
            keep(this.pipeline);
        });
    }

    private boolean ours(AttemptEnded event) {
        return event.subject().equals(this.order.subject());
    }

    private PipelineAttempt end(AttemptFact fact) {
        return this.facts.take(this.attempts.newestOf(this.order.subject()).orElseThrow().id(), fact, "tool");
    }

    private PipelineAttempt decide(String id, AttemptState outcome, String evidence) {
        return this.acting.as("deployment-manager", () -> this.attempts.decide(id, outcome, evidence));
    }

    private void keep(Pipeline changed) {
        this.acting.as("deployment-manager", () -> this.pipelines.change(changed));
    }

    private AttemptOrder with(String key, String environment, boolean rehearsal, Map<String, String> inputs) {
        return new AttemptOrder("run-step:x", this.order.releaseKey(), environment, rehearsal,
                new PipelineCall(key, "", inputs));
    }

    private void refuses(String problem, AttemptOrder refused) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.some.start(refused))
            .withMessage(problem);
    }

}
