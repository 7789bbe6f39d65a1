package io.slipway.permit.process;

import io.slipway.permit.PermitManagement;
import io.slipway.permit.PermitModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the model of permits does by itself. The other names are those by which the former
 * models of the two kinds call it.
 */
@Configuration(proxyBeanMethods = false)
class PermitDelegates {

    @Bean({ "grantPermitDelegate", "grantFreezeExceptionDelegate", "grantWaiverDelegate" })
    JavaDelegate grantPermitDelegate(PermitManagement permits) {
        return (execution) -> {
            permits.grant(kind(execution), execution.getProcessBusinessKey());
            execution.setVariable(PermitModel.running(execution::hasVariable).granted(), true);
        };
    }

    @Bean({ "expirePermitDelegate", "expireFreezeExceptionDelegate", "expireWaiverDelegate" })
    JavaDelegate expirePermitDelegate(PermitManagement permits) {
        return (execution) -> permits.expire(kind(execution), execution.getProcessBusinessKey());
    }

    @Bean({ "refusePermitDelegate", "refuseFreezeExceptionDelegate", "refuseWaiverDelegate" })
    JavaDelegate refusePermitDelegate(PermitManagement permits) {
        return (execution) -> permits.refuse(kind(execution), execution.getProcessBusinessKey());
    }

    private static String kind(DelegateExecution execution) {
        Object kind = execution.getVariable(PermitModel.KIND);
        return (kind != null) ? kind.toString() : PermitModel.running(execution::hasVariable).kind();
    }

}
