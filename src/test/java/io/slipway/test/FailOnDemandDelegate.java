package io.slipway.test;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The service task of {@code FailProcess}: fails for a release as long as a test wants
 * it.
 */
@Component
@Profile("test")
public class FailOnDemandDelegate implements JavaDelegate {

    /** What it says when it fails. */
    public static final String MESSAGE = "The vault does not answer";

    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    @Override
    public void execute(DelegateExecution execution) {
        if (this.failing.contains(execution.getProcessBusinessKey())) {
            throw ExpectedFailure.of(MESSAGE);
        }
    }

    /**
     * Fails from now on.
     * @param key the release's key
     */
    public void fail(String key) {
        this.failing.add(key);
    }

    /**
     * Works from now on.
     * @param key the release's key
     */
    public void mend(String key) {
        this.failing.remove(key);
    }

}
