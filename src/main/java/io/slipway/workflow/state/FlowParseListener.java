package io.slipway.workflow.state;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

import org.springframework.stereotype.Component;

/**
 * Puts the record of flows on every sequence flow of every model.
 */
@Component
class FlowParseListener extends AbstractBpmnParseListener {

    private final FlowRecorder recorder;

    FlowParseListener(FlowRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        flow.addListener(ExecutionListener.EVENTNAME_TAKE, this.recorder);
    }

}
