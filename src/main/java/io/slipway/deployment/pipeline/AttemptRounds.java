package io.slipway.deployment.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.slipway.deployment.tool.Credentials;
import io.slipway.deployment.tool.ToolException;
import io.slipway.deployment.tool.ToolException.Kind;
import io.slipway.deployment.tool.ToolProperties;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Goes on with attempts that are due, a few at a time, while no row is locked: tells the
 * tool, looks for what it began where nobody knows whether it heard, and asks how far it
 * is. A tool that may have heard is never told again before it was looked for.
 */
@Component
class AttemptRounds {

    /** After so many looks in vain a tool that may have heard did not. */
    static final int SEARCHES = 3;

    /** For so long a tool is tried that cannot be told. */
    static final Duration PERSISTENCE = Duration.ofMinutes(30);

    private static final Logger log = LoggerFactory.getLogger(AttemptRounds.class);

    private static final int AT_ONCE = 8;

    private static final int FORGOTTEN = 2;

    private final AttemptStore store;

    private final AttemptFacts facts;

    private final Pipelines pipelines;

    private final CallbackTokens tokens;

    private final Credentials credentials;

    private final Map<PipelineTool, ToolDriver> drivers = new EnumMap<>(PipelineTool.class);

    private final boolean work;

    private final Clock clock;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, (task) -> {
        Thread thread = new Thread(task, "pipeline-attempts");
        thread.setDaemon(true);
        return thread;
    });

    AttemptRounds(AttemptStore store, AttemptFacts facts, Pipelines pipelines, CallbackTokens tokens,
            Credentials credentials, List<ToolDriver> drivers, ToolProperties properties, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.pipelines = pipelines;
        this.tokens = tokens;
        this.credentials = credentials;
        drivers.forEach((driver) -> this.drivers.put(driver.tool(), driver));
        this.work = properties.work();
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT15S")
    void goOn() throws InterruptedException {
        if (!this.work) {
            return;
        }
        int taken = AT_ONCE;
        while (taken == AT_ONCE) {
            List<PipelineAttempt> due = this.facts.takeDue(AT_ONCE);
            taken = due.size();
            this.threads.invokeAll(due.stream().<Callable<Boolean>>map((one) -> () -> goOn(one)).toList());
        }
    }

    /** Goes on with one that was taken, and gives it back. */
    boolean goOn(PipelineAttempt taken) {
        try {
            PipelineAttempt attempt = this.facts.look(taken.id());
            if (!attempt.state().ended() && !attempt.state().held()) {
                goOn(this.facts.overdue(attempt), this.clock.instant());
            }
            return true;
        }
        catch (RuntimeException ex) {
            log.warn("The attempt {} of {} stands still", taken.attempt(), taken.pipeline(), ex);
            this.facts.stumbled(taken.id());
            return false;
        }
        finally {
            this.store.give(taken.id());
        }
    }

    private void goOn(PipelineAttempt attempt, Instant now) {
        Pipeline pipeline = this.pipelines.find(attempt.pipeline()).orElseThrow();
        ToolDriver driver = Objects.requireNonNull(this.drivers.get(pipeline.tool()));
        Optional<String> secret = this.credentials.value(pipeline.credential(attempt.rehearsal()));
        if (secret.isEmpty()) {
            unsent(attempt, now, "The secret " + pipeline.credential(attempt.rehearsal()) + " is not set");
            return;
        }
        ToolCall call = this.tokens.call(attempt, pipeline, secret.get());
        boolean heard = attempt.state().after(AttemptState.ORDERED);
        if (heard) {
            ask(driver, call);
        }
        else if (attempt.inDoubt() && pipeline.tool() != PipelineTool.WEBHOOK) {
            search(driver, call, now);
        }
        else {
            send(driver, call, now);
        }
    }

    private void send(ToolDriver driver, ToolCall call, Instant now) {
        PipelineAttempt attempt = call.attempt();
        // Whoever dies from here on leaves a doubt, and not a second call.
        this.facts.tried(attempt.id(), true, 0, attempt.failures(), "");
        try {
            this.facts.take(attempt.id(), driver.start(call), "tool");
        }
        catch (ToolException ex) {
            switch (ex.kind()) {
                case REFUSED, GONE -> this.facts.take(attempt.id(),
                        AttemptFact.of(FactSource.SENDER, AttemptState.FAILED, said(ex)), "tool");
                case NOT_SENT -> unsent(attempt, now, said(ex));
                case IN_DOUBT -> doubted(attempt, now, said(ex), 0);
            }
        }
    }

    private void search(ToolDriver driver, ToolCall call, Instant now) {
        PipelineAttempt attempt = call.attempt();
        int searches = attempt.polls() + 1;
        try {
            Optional<AttemptFact> found = driver.search(call);
            if (found.isPresent()) {
                this.facts.take(attempt.id(), found.get(), "tool");
            }
            else if (searches < SEARCHES) {
                doubted(attempt, now, "The tool may have heard, and was looked through in vain", searches);
            }
            else {
                this.facts.tried(attempt.id(), false, 0, attempt.failures(), "The tool did not hear; it is told again");
                this.facts.dueNow(attempt.id());
            }
        }
        catch (ToolException ex) {
            doubted(attempt, now, said(ex), attempt.polls());
        }
    }

    /** A tool that did not hear is told again, until that is given up. */
    private void unsent(PipelineAttempt attempt, Instant now, String why) {
        boolean heard = attempt.state().after(AttemptState.ORDERED) || attempt.inDoubt();
        if (late(attempt, now) && !heard) {
            this.facts.take(attempt.id(), AttemptFact.of(FactSource.SENDER, AttemptState.FAILED,
                    "The tool could not be told for " + PERSISTENCE.toMinutes() + " minutes: " + why), "tool");
        }
        else {
            this.facts.tried(attempt.id(), attempt.inDoubt(), attempt.polls(), attempt.failures() + 1, why);
        }
    }

    private void doubted(PipelineAttempt attempt, Instant now, String why, int searches) {
        if (late(attempt, now)) {
            this.facts.take(attempt.id(), AttemptFact.of(FactSource.SENDER, AttemptState.OUTCOME_UNKNOWN,
                    "Nobody knows whether the tool began: " + why), "tool");
        }
        else {
            this.facts.tried(attempt.id(), true, searches, attempt.failures() + 1, why);
        }
    }

    private void ask(ToolDriver driver, ToolCall call) {
        PipelineAttempt attempt = call.attempt();
        int polls = attempt.polls() + 1;
        try {
            Optional<AttemptFact> said = driver.ask(call);
            this.facts.tried(attempt.id(), attempt.inDoubt(), polls, 0, "");
            if (said.isPresent()) {
                this.facts.take(attempt.id(), said.get(), "tool");
            }
            else if (attempt.state() == AttemptState.SENT && attempt.times().overdueAt() != null) {
                this.facts.take(attempt.id(), AttemptFact.of(FactSource.POLL, AttemptState.OUTCOME_UNKNOWN,
                        "The tool took it, and none of its runs bears the attempt's id"), "tool");
            }
        }
        catch (ToolException ex) {
            int failures = attempt.failures() + 1;
            this.facts.tried(attempt.id(), attempt.inDoubt(), polls, failures, said(ex));
            if (ex.kind() == Kind.GONE && failures >= FORGOTTEN) {
                this.facts.take(attempt.id(), AttemptFact.of(FactSource.POLL, AttemptState.OUTCOME_UNKNOWN, said(ex)),
                        "tool");
            }
        }
    }

    private static boolean late(PipelineAttempt attempt, Instant now) {
        return attempt.times().orderedAt().plus(PERSISTENCE).isBefore(now);
    }

    private static String said(ToolException ex) {
        return String.valueOf(ex.getMessage());
    }

    @PreDestroy
    void stop() {
        this.threads.shutdownNow();
    }

}
