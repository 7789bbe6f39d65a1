package io.slipway.packaging.process;

import io.slipway.packaging.PackageManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Assembles the package and tells the process whether it is complete.
 */
@Component
class AssemblePackageDelegate implements JavaDelegate {

    private final PackageManagement packages;

    AssemblePackageDelegate(PackageManagement packages) {
        this.packages = packages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean complete = this.packages.assemble(execution.getProcessBusinessKey()).isEmpty();
        execution.setVariable("packageComplete", complete);
    }

}
