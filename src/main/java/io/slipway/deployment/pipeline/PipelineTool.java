package io.slipway.deployment.pipeline;

/**
 * Which protocol a pipeline's tool speaks.
 */
public enum PipelineTool {

    /** GitHub Actions, by dispatching a workflow. */
    GITHUB(true),
    /** GitLab, by triggering a pipeline. */
    GITLAB(true),
    /** Jenkins, by building with parameters. */
    JENKINS(true),
    /** Argo CD, by synchronising an application. */
    ARGO_CD(true),
    /** Any other, by a signed message and its own calls back. */
    WEBHOOK(false);

    private final boolean asked;

    PipelineTool(boolean asked) {
        this.asked = asked;
    }

    /** Whose word ends an attempt. */
    FactSource confirmedBy() {
        return this.asked ? FactSource.POLL : FactSource.CALLBACK;
    }

}
