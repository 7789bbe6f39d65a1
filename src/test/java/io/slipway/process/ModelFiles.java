package io.slipway.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The process models that a release goes through, by their ids, without those of permits
 * and of deployments, which have tests of their own.
 */
final class ModelFiles {

    private ModelFiles() {
    }

    static Map<String, BpmnModelInstance> models() {
        Map<String, BpmnModelInstance> models = all();
        models.remove(PermitProcessTests.PROCESS);
        models.remove(ReviewAccessProcessTests.PROCESS);
        models.remove(RehearsalProcessTests.PROCESS);
        models.keySet().removeAll(RunProcessTests.PROCESSES);
        models.keySet().removeAll(DeploymentProcessTests.PROCESSES);
        models.keySet().removeAll(ParallelProcessTests.PROCESSES);
        return models;
    }

    static Map<String, BpmnModelInstance> all() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:/processes/**/*.bpmn");
            assertThat(files).isNotEmpty();
            Map<String, BpmnModelInstance> models = new TreeMap<>();
            Arrays.stream(files)
                .map(ModelFiles::read)
                .forEach((model) -> model.getModelElementsByType(Process.class)
                    .forEach((process) -> models.put(process.getId(), model)));
            return models;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static BpmnModelInstance read(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return Bpmn.readModelFromStream(content);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
