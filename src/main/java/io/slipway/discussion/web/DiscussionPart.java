package io.slipway.discussion.web;

import java.util.List;
import java.util.Map;

import io.slipway.discussion.Comment;
import io.slipway.discussion.Discussion;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleasePart;

import org.springframework.stereotype.Component;

/**
 * What was said last, on the overview of a release that is under way.
 */
@Component
class DiscussionPart implements ReleasePart {

    private static final int NEWEST = 3;

    private final Discussion discussion;

    DiscussionPart(Discussion discussion) {
        this.discussion = discussion;
    }

    @Override
    public String template() {
        return "discussion/_part";
    }

    @Override
    public boolean concerns(ReleaseDetails release) {
        return release.open();
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release) {
        List<Comment> newest = this.discussion.of(release.key(), "").rows();
        return Map.of("said", newest.stream().limit(NEWEST).toList(), "moreSaid", newest.size() > NEWEST, "mayComment",
                this.discussion.mayAdd());
    }

}
