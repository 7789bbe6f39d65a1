package io.slipway.release.web;

import java.util.Map;

import io.slipway.input.KeyPage;
import io.slipway.policy.KeptDecision;
import io.slipway.policy.PolicyManagement;
import io.slipway.policy.PolicyWords;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;

/**
 * The tab with what the policy decided on a release: by which table, in which version,
 * from what, and why. It lives here because policy may not know of releases.
 */
@Tab.At(id = "policy", order = 15, template = "release/_policy-section")
class PolicySection implements ReleaseSection {

    private final PolicyManagement policies;

    private final PolicyWords words;

    PolicySection(PolicyManagement policies, PolicyWords words) {
        this.policies = policies;
        this.words = words;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        KeyPage<KeptDecision> page = this.policies.decisionsOf(release.key(), from);
        return Map.of("page", page, "decisions", page.rows().stream().map(this.words::show).toList());
    }

}
