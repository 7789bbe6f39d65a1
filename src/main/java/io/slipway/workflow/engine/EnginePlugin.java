package io.slipway.workflow.engine;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sets the engine up beyond what its properties can say: models run our delegates and
 * nothing else, and what they do is kept for a year.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EnginePlugin extends AbstractProcessEnginePlugin {

    private static final String RETRIES = "R3/PT1M";

    private final ListableBeanFactory beanFactory;

    private final List<BpmnParseListener> parseListeners;

    private final List<HistoryEventHandler> historyListeners;

    EnginePlugin(ListableBeanFactory beanFactory, List<BpmnParseListener> parseListeners,
            List<HistoryEventHandler> historyListeners) {
        this.beanFactory = beanFactory;
        this.parseListeners = parseListeners;
        this.historyListeners = historyListeners;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        restrict(configuration);
        keepHistory(configuration);
        configuration.setDefaultNumberOfRetries(3);
        configuration.setFailedJobRetryTimeCycle(RETRIES);
        configuration.setFailedJobCommandFactory(new DeadlocksRetried());
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
        List<BpmnParseListener> all = new ArrayList<>((listeners != null) ? listeners : List.of());
        all.addAll(this.parseListeners);
        configuration.setCustomPostBPMNParseListeners(all);
    }

    private void restrict(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new DelegateExpressionManager(this.beanFactory));
        configuration.setScriptEngineResolver(new NoScriptEngines());
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setEnableExpressionsInStoredQueries(false);
        configuration.setJavaSerializationFormatEnabled(false);
        configuration.setDefaultSerializationFormat("application/json");
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        // Who may do what is decided by our services, before the engine is asked.
        configuration.setAuthorizationEnabled(false);
        configuration.setTenantCheckEnabled(false);
    }

    private void keepHistory(ProcessEngineConfigurationImpl configuration) {
        configuration.setHistory("full");
        configuration.getCustomHistoryEventHandlers().addAll(this.historyListeners);
        configuration.setEnforceHistoryTimeToLive(true);
        configuration.setHistoryRemovalTimeStrategy("end");
        configuration.setHistoryCleanupStrategy("removalTimeBased");
        configuration.setHistoryCleanupBatchWindowStartTime("02:00");
        configuration.setHistoryCleanupBatchWindowEndTime("04:00");
    }

}
