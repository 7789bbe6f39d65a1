package io.slipway.change.web;

import java.util.List;
import java.util.Map;

import io.slipway.change.ChangeDetails;
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

    private final SeenVotes seen;

    ChangeSection(ChangeManagement changes, SeenVotes seen) {
        this.changes = changes;
        this.seen = seen;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        List<ChangeDetails> changes = this.changes.allOfRelease(release.key());
        return Map.of("changes", changes, "seenVotes", this.seen.of(release.key(), changes));
    }

}
