package io.slipway.earlylife.web;

import java.util.HashMap;
import java.util.Map;

import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.earlylife.incident.IncidentManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;

/**
 * The tab with the early life support of a release, and the incidents that monitoring
 * reports of it.
 */
@Tab.At(id = "support", order = 60, template = "earlylife/_section")
class SupportSection implements ReleaseSection {

    private final EarlyLifeManagement earlyLife;

    private final IncidentManagement incidents;

    SupportSection(EarlyLifeManagement earlyLife, IncidentManagement incidents) {
        this.earlyLife = earlyLife;
        this.incidents = incidents;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        Map<String, Object> content = new HashMap<>();
        this.earlyLife.ofRelease(release.key()).ifPresent((support) -> content.put("support", support));
        content.put("incidents", this.incidents.of(release.key(), from));
        content.put("reported", this.incidents.counts(release.key()));
        return content;
    }

}
