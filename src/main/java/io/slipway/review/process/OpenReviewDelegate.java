package io.slipway.review.process;

import io.slipway.change.ChangeFollowUp;
import io.slipway.review.ReviewManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Opens the review of a release, and tells the process whether an emergency has to be
 * looked back at.
 */
@Component
class OpenReviewDelegate implements JavaDelegate {

    private final ReviewManagement reviews;

    private final ChangeFollowUp changes;

    OpenReviewDelegate(ReviewManagement reviews, ChangeFollowUp changes) {
        this.reviews = reviews;
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        this.reviews.open(execution.getProcessBusinessKey());
        execution.setVariable("emergencyChange", this.changes.needsEmergencyReview(execution.getProcessBusinessKey()));
    }

}
