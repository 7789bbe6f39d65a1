package io.slipway.earlylife.web;

import java.util.HashMap;
import java.util.Map;

import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseSection;

import org.springframework.stereotype.Component;

/**
 * The tab with the early life support of a release.
 */
@Component
class SupportSection implements ReleaseSection {

    private final EarlyLifeManagement earlyLife;

    SupportSection(EarlyLifeManagement earlyLife) {
        this.earlyLife = earlyLife;
    }

    @Override
    public String id() {
        return "support";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String template() {
        return "earlylife/_section";
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        Map<String, Object> content = new HashMap<>();
        this.earlyLife.ofRelease(release.key()).ifPresent((support) -> content.put("support", support));
        return content;
    }

}
