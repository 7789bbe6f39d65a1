package io.slipway.audit.access;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks whether a review of access is due.
 */
@Component
class AccessReviewSchedule {

    private final AccessReviewManagement reviews;

    AccessReviewSchedule(AccessReviewManagement reviews) {
        this.reviews = reviews;
    }

    @Scheduled(fixedDelayString = "${slipway.audit.review-every:PT15M}",
            initialDelayString = "${slipway.audit.review-first:PT1M}")
    void look() {
        this.reviews.openIfDue();
    }

}
