package io.slipway.deployment.pipeline;

import java.util.List;

/**
 * A tool that deploys, as an object. Secrets are named, never kept.
 *
 * @param address where the tool is, beginning with an address that the portal may reach
 * @param project such as owner and repository, or a job
 * @param workflow which of a project; empty for its only one
 * @param ref what is run where a plan names none
 * @param liveCredential name of the secret for live runs; empty for none
 * @param rehearsalCredential name of the secret for rehearsals; empty for none
 * @param callbackCredential name of the secret that signs what the tool tells; empty for
 * none
 * @param expectedMinutes how long it takes usually, 1 to 1,440
 * @param environments keys of where it may deploy to
 * @param retired whether it may no longer be told to
 * @param version counts its changes
 */
public record Pipeline(String pipeline, String name, PipelineTool tool, String address, String project, String workflow,
        String ref, String liveCredential, String rehearsalCredential, String callbackCredential, int expectedMinutes,
        List<String> environments, boolean retired, int version) {

    /** The name of the secret for a kind of run; empty for none. */
    public String credential(boolean rehearsal) {
        return rehearsal ? this.rehearsalCredential : this.liveCredential;
    }

}
