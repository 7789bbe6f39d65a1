package io.slipway.deployment.pipeline;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.deployment.check.CheckScope;
import io.slipway.deployment.check.Checks;
import io.slipway.deployment.check.MonitoringSource;
import io.slipway.deployment.check.MonitoringSources;
import io.slipway.deployment.environment.EnvironmentKind;
import io.slipway.deployment.environment.EnvironmentProfile;
import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.tool.ToolAddresses;
import io.slipway.identity.Acting;
import io.slipway.planning.wave.CheckKind;
import io.slipway.planning.wave.CheckRule;
import io.slipway.planning.wave.PipelineCall;
import io.slipway.test.ReleaseDriver;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes pipelines and orders attempts of them. Test classes ask for it with
 * {@code @Autowired SomePipeline}.
 */
@Component
@Profile("test")
public class SomePipeline {

    private final Pipelines pipelines;

    private final PipelineAttempts attempts;

    private final AttemptFacts facts;

    private final Environments environments;

    private final ConfigurationManagement configuration;

    private final ToolAddresses addresses;

    private final MonitoringSources sources;

    private final Checks checks;

    private final ReleaseDriver driver;

    private final Acting acting;

    private final TransactionTemplate transaction;

    SomePipeline(Pipelines pipelines, PipelineAttempts attempts, AttemptFacts facts, Environments environments,
            ConfigurationManagement configuration, ToolAddresses addresses, MonitoringSources sources, Checks checks,
            ReleaseDriver driver, Acting acting, PlatformTransactionManager transactions) {
        this.pipelines = pipelines;
        this.attempts = attempts;
        this.facts = facts;
        this.environments = environments;
        this.configuration = configuration;
        this.addresses = addresses;
        this.sources = sources;
        this.checks = checks;
        this.driver = driver;
        this.acting = acting;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A pipeline of a tool, at the address that tests may reach, with an environment of
     * its own.
     */
    public Pipeline of(PipelineTool tool) {
        String key = name("p");
        this.acting.as("build-engineer", () -> this.pipelines.register(unkept(key, tool, environment())));
        return this.pipelines.find(key).orElseThrow();
    }

    /** One that nobody keeps yet. */
    Pipeline unkept(String key, PipelineTool tool, String environment) {
        return new Pipeline(key, "Name of " + key, tool, this.addresses.allowed().get(0), "acme/" + key, "deploy.yml",
                "main", (tool == PipelineTool.WEBHOOK) ? "HOOK" : "LIVE", "TRY", "HOOK", 10, List.of(environment),
                false, 0);
    }

    /** An environment that is kept. */
    public String environment() {
        String key = name("e");
        this.acting.as("configuration-manager", () -> this.configuration.register(key,
                new ItemProfile("Name of " + key, ItemType.ENVIRONMENT, Criticality.LOW, "operations", "")));
        this.acting.as("deployment-manager", () -> this.environments.register(key,
                new EnvironmentProfile(EnvironmentKind.LIVE, true, 3, "UTC", "", "", 0)));
        return key;
    }

    /** An order of a live run. */
    AttemptOrder order(Pipeline pipeline) {
        String release = this.driver.register("Pipeline " + UUID.randomUUID());
        return new AttemptOrder("run-step:" + name("s"), release, pipeline.environments().get(0), false,
                new PipelineCall(pipeline.pipeline(), "v1", Map.of("version", "1.2.3")));
    }

    /** Orders an attempt, and commits. */
    String start(AttemptOrder order) {
        return this.acting.as("deployment-manager",
                () -> this.transaction.execute((status) -> this.attempts.start(order)));
    }

    /** Orders a live run of a pipeline, and commits. */
    public String started(Pipeline pipeline) {
        return start(order(pipeline));
    }

    /** Looks at what was told of an attempt, as the next round does. */
    public PipelineAttempt look(String attempt) {
        return this.facts.look(this.attempts.get(attempt).id());
    }

    /** An attempt that nobody else can tell of, so that people say how it ended. */
    public PipelineAttempt overdue() {
        PipelineAttempt ordered = this.attempts.get(started(of(PipelineTool.GITHUB)));
        return this.facts.take(ordered.id(),
                AttemptFact.of(FactSource.POLL, AttemptState.OUTCOME_UNKNOWN, "The tool does not know it (404)")
                    .log("the last line"),
                "tool");
    }

    /** A check whose readings a person types. */
    public String typed(PipelineAttempt attempt) {
        String subject = "wave-check:" + name("c") + "/0";
        this.transaction.executeWithoutResult(
                (status) -> this.checks.watch(subject, CheckRule.once("Disks free", CheckKind.READING, "df", ">= 20"),
                        new CheckScope(attempt.releaseKey(), attempt.environment(), "")));
        return subject;
    }

    /** A source, and a check of the attempt's release whose results a tool brings. */
    public String watched(PipelineAttempt attempt) {
        this.acting.as("administrator", () -> this.sources.register(new MonitoringSource(name("m"), "Metrics",
                CheckKind.PROMETHEUS, this.addresses.allowed().get(0), "", false, 0)));
        String subject = "wave-check:" + name("c");
        this.transaction.executeWithoutResult(
                (status) -> this.checks.watch(subject, CheckRule.once("Pushed", CheckKind.PUSHED, "", ">= 1"),
                        new CheckScope(attempt.releaseKey(), attempt.environment(), "")));
        return subject;
    }

    static String name(String letter) {
        return letter + UUID.randomUUID().toString().substring(0, 12);
    }

}
