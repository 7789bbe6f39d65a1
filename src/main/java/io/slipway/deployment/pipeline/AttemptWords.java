package io.slipway.deployment.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * What tools call the states of an attempt.
 */
public final class AttemptWords {

    private AttemptWords() {
    }

    /** The state by what GitHub calls status and conclusion; null for neither. */
    public static @Nullable AttemptState ofGitHub(String status, String conclusion) {
        return switch (status) {
            case "completed" -> switch (conclusion) {
                case "success" -> AttemptState.SUCCEEDED;
                case "cancelled" -> AttemptState.CANCELLED;
                case "timed_out" -> AttemptState.TIMED_OUT;
                default -> AttemptState.FAILED;
            };
            case "in_progress" -> AttemptState.RUNNING;
            case "queued", "requested", "waiting", "pending" -> AttemptState.ACCEPTED;
            default -> null;
        };
    }

    /** The state by what GitLab calls status; null for none. */
    public static @Nullable AttemptState ofGitLab(String status) {
        return switch (status) {
            case "success" -> AttemptState.SUCCEEDED;
            case "failed", "skipped" -> AttemptState.FAILED;
            case "canceled" -> AttemptState.CANCELLED;
            case "running", "canceling", "manual", "scheduled" -> AttemptState.RUNNING;
            case "created", "waiting_for_resource", "waiting_for_callback", "preparing", "pending" ->
                AttemptState.ACCEPTED;
            default -> null;
        };
    }

}
