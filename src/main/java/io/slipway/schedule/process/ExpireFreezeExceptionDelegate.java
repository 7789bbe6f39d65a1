package io.slipway.schedule.process;

import io.slipway.schedule.exception.ExceptionManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Ends the exception whose time is over.
 */
@Component
class ExpireFreezeExceptionDelegate implements JavaDelegate {

    private final ExceptionManagement exceptions;

    ExpireFreezeExceptionDelegate(ExceptionManagement exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        this.exceptions.expire(execution.getProcessBusinessKey());
    }

}
