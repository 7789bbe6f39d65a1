package io.slipway.schedule.process;

import io.slipway.schedule.exception.ExceptionManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Refuses the exception that somebody rejected.
 */
@Component
class RefuseFreezeExceptionDelegate implements JavaDelegate {

    private final ExceptionManagement exceptions;

    RefuseFreezeExceptionDelegate(ExceptionManagement exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        this.exceptions.refuse(execution.getProcessBusinessKey());
    }

}
