package io.slipway.deployment.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that a tool is told, or asked about.
 *
 * @param secret the secret for this kind of run
 * @param callback where the tool may call back
 * @param token what it shows there; empty if nothing that it tells would be believed
 */
public record ToolCall(PipelineAttempt attempt, Pipeline pipeline, String secret, String callback, String token) {

    /** The beginning of the tool's addresses, without a slash at its end. */
    public String base() {
        return this.pipeline.address().replaceAll("/+$", "");
    }

    /**
     * The branch, tag or revision: what the plan says, or what the pipeline has by
     * itself.
     */
    public String ref() {
        String wanted = this.attempt.work().ref();
        return wanted.isEmpty() ? this.pipeline.ref() : wanted;
    }

    /** What the plan says, and what the portal adds, by names in capitals. */
    public Map<String, String> variables() {
        Map<String, String> all = new LinkedHashMap<>(this.attempt.work().inputs());
        all.put("SLIPWAY_ATTEMPT", this.attempt.attempt());
        all.put("SLIPWAY_RELEASE", this.attempt.releaseKey());
        all.put("SLIPWAY_ENVIRONMENT", this.attempt.environment());
        all.put("SLIPWAY_RUN", this.attempt.rehearsal() ? "rehearsal" : "live");
        if (!this.token.isEmpty()) {
            all.put("SLIPWAY_CALLBACK", this.callback);
            all.put("SLIPWAY_TOKEN", this.token);
        }
        return all;
    }

}
