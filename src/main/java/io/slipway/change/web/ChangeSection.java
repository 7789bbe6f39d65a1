package io.slipway.change.web;

import java.util.Map;

import io.slipway.change.ChangeManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseSection;

import org.springframework.stereotype.Component;

/**
 * The tab with the change records of a release.
 */
@Component
class ChangeSection implements ReleaseSection {

    private final ChangeManagement changes;

    ChangeSection(ChangeManagement changes) {
        this.changes = changes;
    }

    @Override
    public String id() {
        return "change";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String template() {
        return "change/_section";
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        return Map.of("changes", this.changes.allOfRelease(release.key()));
    }

}
