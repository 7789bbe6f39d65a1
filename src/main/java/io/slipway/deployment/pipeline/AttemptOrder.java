package io.slipway.deployment.pipeline;

import io.slipway.planning.wave.PipelineCall;

/**
 * The wish that a tool does something.
 *
 * @param subject what it is for, in the words of who asks, such as {@code run-step:17};
 * at most 80 characters
 * @param rehearsal whether it is tried only: then the credential for rehearsals is used,
 * and never the live one
 */
public record AttemptOrder(String subject, String releaseKey, String environment, boolean rehearsal,
        PipelineCall call) {
}
