package io.slipway.workflow.state;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.slipway.test.ExpectedFailure;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Fails for releases that were told to stumble, until they are told to walk.
 */
@Component
class StumbleDelegate implements JavaDelegate {

    private final Set<String> stumbling = ConcurrentHashMap.newKeySet();

    void stumble(String release) {
        this.stumbling.add(release);
    }

    void walk(String release) {
        this.stumbling.remove(release);
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (this.stumbling.contains(execution.getProcessBusinessKey())) {
            throw ExpectedFailure.of("The door is locked");
        }
    }

}
