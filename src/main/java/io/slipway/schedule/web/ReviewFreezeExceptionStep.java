package io.slipway.schedule.web;

import java.util.Map;

import io.slipway.schedule.exception.ExceptionManagement;
import io.slipway.ui.FormText;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.Step;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * A service owner says whether the exception was worth it, and what is learned.
 */
@Component
class ReviewFreezeExceptionStep implements Step<ReviewFreezeExceptionForm> {

    private final ExceptionManagement exceptions;

    private final ExceptionEvidence evidence;

    ReviewFreezeExceptionStep(ExceptionManagement exceptions, ExceptionEvidence evidence) {
        this.exceptions = exceptions;
        this.evidence = evidence;
    }

    @Override
    public String key() {
        return "schedule/review-freeze-exception";
    }

    @Override
    public Class<ReviewFreezeExceptionForm> formType() {
        return ReviewFreezeExceptionForm.class;
    }

    @Override
    public ReviewFreezeExceptionForm newForm(WorkItem item) {
        return new ReviewFreezeExceptionForm("", "", "");
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return this.evidence.of(item.businessKey());
    }

    @Override
    public Outcome complete(WorkItem item, ReviewFreezeExceptionForm form) {
        String lesson = FormText.of(form.lesson());
        this.exceptions.review(item.businessKey(), "yes".equals(form.worth()), lesson);
        return Outcome.of("reviewed").because(lesson);
    }

}
