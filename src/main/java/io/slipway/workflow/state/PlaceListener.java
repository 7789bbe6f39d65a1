package io.slipway.workflow.state;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import io.slipway.sql.PerTransaction;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

import org.springframework.stereotype.Component;

/**
 * Notices which runs a transaction touches, by what the engine writes into its history:
 * whatever moves a token, opens or ends a task, makes or fails a job, suspends or
 * migrates a run is told there, whichever way it is done.
 */
@Component
class PlaceListener implements HistoryEventHandler {

    private final PerTransaction<SortedSet<String>> touched;

    PlaceListener(Places places) {
        this.touched = new PerTransaction<>(TreeSet::new, places::follow);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        boolean concerns = event instanceof HistoricScopeInstanceEvent || event instanceof HistoricJobLogEvent
                || event instanceof HistoricIncidentEventEntity;
        if (concerns && event.getProcessInstanceId() != null) {
            this.touched.get().add(event.getProcessInstanceId());
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

}
