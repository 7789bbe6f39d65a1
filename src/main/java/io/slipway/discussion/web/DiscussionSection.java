package io.slipway.discussion.web;

import java.util.Map;

import io.slipway.discussion.Discussion;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;

/**
 * The tab with all that was said about a release.
 */
@Tab.At(id = "discussion", order = 82, template = "discussion/_section")
class DiscussionSection implements ReleaseSection {

    private final Discussion discussion;

    DiscussionSection(Discussion discussion) {
        this.discussion = discussion;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        return Map.of("comments", this.discussion.of(release.key(), from), "mayComment", this.discussion.mayAdd());
    }

}
