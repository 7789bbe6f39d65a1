package io.slipway.workflow.step;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemRows;
import io.slipway.workflow.engine.ModelProperty;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

import org.springframework.stereotype.Component;

/**
 * Reads out of the process models what they tell a person about a step.
 */
@Component
public class WorkItemGuides {

    private static final int REMEMBERED = 1000;

    /** A migration changes the model of a work item, perhaps on another node. */
    private static final long FRESH_NANOS = Duration.ofSeconds(30).toNanos();

    private final RepositoryService repositoryService;

    private final WorkItemRows rows;

    /** The guides of the work items opened last: seldom does one go to another model. */
    private final Map<String, Known> guides = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > REMEMBERED;
        }

    });

    WorkItemGuides(RepositoryService repositoryService, WorkItemRows rows) {
        this.repositoryService = repositoryService;
        this.rows = rows;
    }

    /**
     * What the process model tells a person about a step.
     * @return the guide, of the version of the model that the work item runs on
     */
    public WorkItemGuide of(WorkItem item) {
        long now = System.nanoTime();
        Known known = this.guides.get(item.id());
        if (known == null || now - known.readAt() > FRESH_NANOS) {
            known = new Known(read(this.rows.definition(item.id()).orElseThrow(), item), now);
            this.guides.put(item.id(), known);
        }
        return known.guide();
    }

    private WorkItemGuide read(String definition, WorkItem item) {
        ModelElementInstance element = this.repositoryService.getBpmnModelInstance(definition)
            .getModelElementById(item.step());
        if (!(element instanceof UserTask task)) {
            throw new IllegalStateException("No user task " + item.step() + " in " + definition);
        }
        return new WorkItemGuide(text(task.getDocumentations()), ModelProperty.of(task, "yes").orElse(null),
                ModelProperty.of(task, "no").orElse(null));
    }

    private static String text(Collection<Documentation> documentations) {
        return documentations.stream()
            .map(Documentation::getTextContent)
            .map(String::strip)
            .collect(Collectors.joining(" "));
    }

    /**
     * A guide and when it was read.
     *
     * @param readAt when, on the clock of the machine
     */
    private record Known(WorkItemGuide guide, long readAt) {
    }

}
