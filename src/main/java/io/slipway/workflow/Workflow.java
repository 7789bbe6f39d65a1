package io.slipway.workflow;

import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts processes and tells them what happened. With {@link WorkItemManagement} the only
 * door to the engine.
 */
@Service
@Transactional
public class Workflow {

    /**
     * Starts the newest version of a process.
     * @param process id of the model, such as {@code ReleaseLifecycleProcess}
     * @param businessKey key of the release; refuses one that already has a running
     * instance of that process
     * @param variables ids, numbers, text and flags
     */
    public void start(String process, String businessKey, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }

    /**
     * Tells a process that something happened. Refuses, with a
     * {@link NotWaitingException}, when no process of that key waits for it.
     * @param message name of the message in the model, such as {@code CancelRelease}
     * @param businessKey key of the release
     * @param variables ids, numbers, text and flags
     */
    public void signal(String message, String businessKey, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }

}
