package io.slipway.workflow.job;

import java.time.Instant;

import io.slipway.workflow.model.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * One job of the engine: work that it does by itself, at once or when a time has come.
 *
 * @param revision counts its changes; who acts on it says which one was seen
 * @param release key of the release; null for the engine's own work
 * @param model the version of the model on which it runs; null for the engine's own work
 * @param element id of the element at which it stands or failed
 * @param name the element's label, or what the engine does
 * @param message what went wrong last, in one line
 * @param failedAt when an attempt failed last; null if none has
 * @param dueAt when it is tried next; null for at once
 * @param createdAt since when it exists
 * @param suspended whether it stands still with its release
 * @param node the node that has taken it; null for none
 */
public record JobSummary(String id, int revision, @Nullable String release, @Nullable ModelVersion model,
        String element, String name, int retries, boolean failed, @Nullable String message, @Nullable Instant failedAt,
        @Nullable Instant dueAt, @Nullable Instant createdAt, boolean suspended, @Nullable String node) {

    /**
     * How it stands.
     * @return failed for good, failed and to be tried again, or neither, which is due
     */
    public JobState state() {
        if (this.retries == 0) {
            return JobState.FAILED;
        }
        return this.failed ? JobState.RETRYING : JobState.DUE;
    }

}
