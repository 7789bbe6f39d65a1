package io.slipway.review.web;

import java.util.HashMap;
import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.review.ReviewManagement;
import io.slipway.ui.Tab;

/**
 * The tab with the review of a release and the confirmation of the CMDB.
 */
@Tab.At(id = "review", order = 80, template = "review/_section")
class ReviewSection implements ReleaseSection {

    private final ReviewManagement reviews;

    ReviewSection(ReviewManagement reviews) {
        this.reviews = reviews;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        Map<String, Object> content = new HashMap<>();
        content.put("reviewAsked", this.reviews.asked(release));
        this.reviews.ofRelease(release.key()).ifPresent((review) -> content.put("review", review));
        this.reviews.configurationOf(release.key())
            .ifPresent((configuration) -> content.put("configuration", configuration));
        return content;
    }

}
