package io.slipway.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.RunStep;
import io.slipway.deployment.run.StepDoer;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.wave.PlannedStep;

import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A tool that does the steps of runs whose keys begin with {@code tool}, and tells
 * nothing by itself; it cannot start those that begin with {@code tool-off}.
 */
@Component
@Profile("test")
@Order(Ordered.HIGHEST_PRECEDENCE)
public class SomeTool implements StepDoer {

    private final List<String> started = new CopyOnWriteArrayList<>();

    private final List<String> aborted = new CopyOnWriteArrayList<>();

    @Override
    public boolean does(PlannedStep planned) {
        return planned.key().startsWith("tool");
    }

    @Override
    public void start(RunHead run, RunStep step, PlannedStep planned, String subject) {
        if (planned.key().startsWith("tool-off")) {
            throw new InvalidInputException("", "deployment.run.empty");
        }
        this.started.add(subject);
    }

    @Override
    public void abort(String subject) {
        this.aborted.add(subject);
    }

    /** How often it was told to do a step. */
    public long starts(RunStep step) {
        return this.started.stream().filter(step.subject()::equals).count();
    }

    public boolean wasAborted(RunStep step) {
        return this.aborted.contains(step.subject());
    }

}
