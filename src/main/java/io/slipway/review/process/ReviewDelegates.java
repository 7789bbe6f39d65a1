package io.slipway.review.process;

import io.slipway.change.ChangeFollowUp;
import io.slipway.review.ReviewManagement;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the model of the review does by itself.
 */
@Configuration(proxyBeanMethods = false)
class ReviewDelegates {

    /**
     * Tells the process whether a review is asked for, and whether an emergency has to be
     * looked back at.
     */
    @Bean
    JavaDelegate openReviewDelegate(ReviewManagement reviews, ChangeFollowUp changes) {
        return (execution) -> {
            execution.setVariable("reviewAsked", reviews.open(execution.getProcessBusinessKey()));
            execution.setVariable("emergencyChange", changes.needsEmergencyReview(execution.getProcessBusinessKey()));
        };
    }

}
