package io.slipway.change.web;

import java.util.Map;

import io.slipway.change.ChangeManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;

/**
 * The tab with the change records of a release.
 */
@Tab.At(id = "change", order = 40, template = "change/_section")
class ChangeSection implements ReleaseSection {

    private final ChangeManagement changes;

    ChangeSection(ChangeManagement changes) {
        this.changes = changes;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        return Map.of("changes", this.changes.allOfRelease(release.key()));
    }

}
