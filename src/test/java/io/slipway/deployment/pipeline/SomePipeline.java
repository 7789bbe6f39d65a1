package io.slipway.deployment.pipeline;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.deployment.environment.EnvironmentKind;
import io.slipway.deployment.environment.EnvironmentProfile;
import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.tool.ToolAddresses;
import io.slipway.identity.Acting;
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

    private final Environments environments;

    private final ConfigurationManagement configuration;

    private final ToolAddresses addresses;

    private final ReleaseDriver driver;

    private final Acting acting;

    private final TransactionTemplate transaction;

    SomePipeline(Pipelines pipelines, PipelineAttempts attempts, Environments environments,
            ConfigurationManagement configuration, ToolAddresses addresses, ReleaseDriver driver, Acting acting,
            PlatformTransactionManager transactions) {
        this.pipelines = pipelines;
        this.attempts = attempts;
        this.environments = environments;
        this.configuration = configuration;
        this.addresses = addresses;
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

    static String name(String letter) {
        return letter + UUID.randomUUID().toString().substring(0, 12);
    }

}
