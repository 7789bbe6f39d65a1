package io.slipway.review.process;

import io.slipway.review.ReviewManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Opens the review of a release.
 */
@Component
class OpenReviewDelegate implements JavaDelegate {

    private final ReviewManagement reviews;

    OpenReviewDelegate(ReviewManagement reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        this.reviews.open(execution.getProcessBusinessKey());
    }

}
