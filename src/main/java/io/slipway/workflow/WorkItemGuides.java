package io.slipway.workflow;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/**
 * Reads out of the process models what they tell a person about a step.
 */
@Component
class WorkItemGuides {

    private static final int REMEMBERED = 1000;

    private final RepositoryService repositoryService;

    private final WorkItemRows rows;

    /** The guides of the steps looked at last: a deployed model never changes. */
    private final Map<String, WorkItemGuide> guides = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, WorkItemGuide> eldest) {
            return size() > REMEMBERED;
        }

    });

    WorkItemGuides(RepositoryService repositoryService, WorkItemRows rows) {
        this.repositoryService = repositoryService;
        this.rows = rows;
    }

    WorkItemGuide of(WorkItem item) {
        String definition = this.rows.definition(item.id()).orElseThrow();
        return this.guides.computeIfAbsent(definition + " " + item.step(), (step) -> read(definition, item));
    }

    private WorkItemGuide read(String definition, WorkItem item) {
        ModelElementInstance element = this.repositoryService.getBpmnModelInstance(definition)
            .getModelElementById(item.step());
        if (!(element instanceof UserTask task)) {
            throw new IllegalStateException("No user task " + item.step() + " in " + definition);
        }
        return new WorkItemGuide(text(task.getDocumentations()), EngineTask.property(task, "yes").orElse(null),
                EngineTask.property(task, "no").orElse(null));
    }

    private static String text(Collection<Documentation> documentations) {
        return documentations.stream()
            .map(Documentation::getTextContent)
            .map(String::strip)
            .collect(Collectors.joining(" "));
    }

}
