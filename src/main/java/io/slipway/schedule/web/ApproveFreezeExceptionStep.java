package io.slipway.schedule.web;

import java.util.Map;

import io.slipway.schedule.exception.ExceptionManagement;
import io.slipway.ui.FormText;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.Step;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * The change authority and a service owner decide, each for themselves, whether a release
 * may pass a freeze.
 */
@Component
class ApproveFreezeExceptionStep implements Step<ApproveFreezeExceptionForm> {

    private final ExceptionManagement exceptions;

    private final ExceptionEvidence evidence;

    ApproveFreezeExceptionStep(ExceptionManagement exceptions, ExceptionEvidence evidence) {
        this.exceptions = exceptions;
        this.evidence = evidence;
    }

    @Override
    public String key() {
        return "schedule/approve-freeze-exception";
    }

    @Override
    public Class<ApproveFreezeExceptionForm> formType() {
        return ApproveFreezeExceptionForm.class;
    }

    @Override
    public ApproveFreezeExceptionForm newForm(WorkItem item) {
        return new ApproveFreezeExceptionForm("", "");
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return this.evidence.of(item.businessKey());
    }

    @Override
    public Outcome complete(WorkItem item, ApproveFreezeExceptionForm form) {
        boolean approved = "approve".equals(form.outcome());
        String reason = FormText.of(form.reason());
        this.exceptions.vote(item.businessKey(), item.role(), approved, reason);
        Outcome outcome = Outcome.of(approved ? "approve" : "reject").because(reason);
        return approved ? outcome : outcome.with("exceptionRejected", true);
    }

}
