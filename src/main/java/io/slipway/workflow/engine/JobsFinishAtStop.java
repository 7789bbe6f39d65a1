package io.slipway.workflow.engine;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Lets a stop of the portal wait for the jobs that run. Otherwise each is interrupted in
 * the middle of a statement, which loses a retry and fills the log with errors.
 */
@Component
class JobsFinishAtStop implements BeanPostProcessor {

    private static final int PATIENCE_SECONDS = 20;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if ("camundaTaskExecutor".equals(name) && bean instanceof ThreadPoolTaskExecutor executor) {
            executor.setWaitForTasksToCompleteOnShutdown(true);
            executor.setAwaitTerminationSeconds(PATIENCE_SECONDS);
        }
        return bean;
    }

}
