package io.slipway.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.slipway.deployment.rollback.WayBackTool;
import io.slipway.deployment.run.RunHead;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.wave.PlannedStep;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A tool that takes back the steps whose keys begin with {@code back}, and tells nothing
 * by itself; it cannot start those that begin with {@code back-off}.
 */
@Component
@Profile("test")
public class SomeWayBack implements WayBackTool {

    private final List<String> started = new CopyOnWriteArrayList<>();

    @Override
    public boolean takes(RunHead run, PlannedStep planned) {
        return planned.key().startsWith("back");
    }

    @Override
    public void start(RunHead run, PlannedStep planned, String subject) {
        if (planned.key().startsWith("back-off")) {
            throw new InvalidInputException("", "deployment.run.empty");
        }
        this.started.add(planned.key() + "@" + run.releaseKey() + "=" + subject);
    }

    /** What it was told to call a step of a release, once it was started. */
    public List<String> subjects(String release, String step) {
        String prefix = step + "@" + release + "=";
        return this.started.stream()
            .filter((one) -> one.startsWith(prefix))
            .map((one) -> one.substring(prefix.length()))
            .toList();
    }

}
