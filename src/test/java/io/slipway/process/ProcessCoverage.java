package io.slipway.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.community.process_test_coverage.core.model.Collector;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Notes which elements of the process models a test class reaches, with the listener of
 * process-test-coverage. All tests share one engine, whose jobs run on several threads:
 * so nothing is noted but what happens to a wanted model while a test is being noted, and
 * one event after the other. The library's own listener for Spring tests knows neither,
 * which is why the engine's listener is not put where that one looks for it.
 */
@Component
@Profile("test")
class ProcessCoverage extends AbstractProcessEnginePlugin implements Collector {

    private final DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());

    private final ObjectProvider<ManagementService> engine;

    private volatile Set<String> wanted = Set.of();

    private String suite = "";

    ProcessCoverage(ObjectProvider<ManagementService> engine) {
        this.engine = engine;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ElementCoverageParseListener listener = new ElementCoverageParseListener();
        listener.setCoverageState(this);
        List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners();
        List<BpmnParseListener> all = new ArrayList<>((listeners != null) ? listeners : List.of());
        all.add(listener);
        configuration.setCustomPreBPMNParseListeners(all);
    }

    @Override
    public synchronized void addEvent(Event event) {
        if (this.wanted.contains(event.getModelKey())) {
            this.collector.addEvent(event);
        }
    }

    /**
     * Begins to note what a test reaches.
     * @param testClass the test class: what its tests reach is added up
     * @param test the test's name
     * @param models ids of the process models
     */
    synchronized void note(Class<?> testClass, String test, Set<String> models) {
        if (!this.suite.equals(testClass.getName())) {
            this.suite = testClass.getName();
            this.collector.createSuite(new Suite(this.suite, testClass.getSimpleName()));
            this.collector.activateSuite(this.suite);
        }
        this.collector.createRun(new Run(test, test), this.suite);
        this.collector.activateRun(test);
        this.wanted = Set.copyOf(models);
    }

    /**
     * Notes no more once the engine has done what the test left to its jobs, and writes
     * the report to {@code target/process-test-coverage}.
     */
    void stop() {
        JobQuery left = this.engine.getObject().createJobQuery().messages().executable();
        this.wanted.forEach((process) -> Awaitility.await("jobs of " + process)
            .until(() -> left.processDefinitionKey(process).count() == 0));
        write();
    }

    private synchronized void write() {
        this.wanted = Set.of();
        CoverageReportUtil.createReport(this.collector, CoverageReportUtil.TARGET_DIR_ROOT);
    }

    /**
     * The flow nodes and sequence flows that no test of the class has reached.
     * @param models the process models by their ids
     * @return ids of elements by id of their process; processes without any are left out
     */
    synchronized Map<String, Set<String>> missed(Map<String, BpmnModelInstance> models) {
        Map<String, Set<String>> missed = new TreeMap<>();
        models.forEach((process, model) -> {
            Set<String> elements = new TreeSet<>(ids(model, FlowNode.class));
            elements.addAll(ids(model, SequenceFlow.class));
            this.collector.getActiveSuite()
                .getEvents(process)
                .forEach((event) -> elements.remove(event.getDefinitionKey()));
            if (!elements.isEmpty()) {
                missed.put(process, elements);
            }
        });
        return missed;
    }

    private static Set<String> ids(BpmnModelInstance model, Class<? extends ModelElementInstance> type) {
        return model.getModelElementsByType(type)
            .stream()
            .map((element) -> element.getAttributeValue("id"))
            .collect(Collectors.toSet());
    }

}
