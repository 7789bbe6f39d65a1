package io.slipway.schedule.process;

import io.slipway.schedule.exception.ExceptionManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Grants the exception that both approved.
 */
@Component
class GrantFreezeExceptionDelegate implements JavaDelegate {

    private final ExceptionManagement exceptions;

    GrantFreezeExceptionDelegate(ExceptionManagement exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        this.exceptions.grant(execution.getProcessBusinessKey());
        execution.setVariable("exceptionGranted", true);
    }

}
