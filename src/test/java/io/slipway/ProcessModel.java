package io.slipway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * One model file under {@code processes/}, read for the guards: reading refuses what the
 * BPMN schema refuses.
 *
 * @param file the file, relative to the repository
 * @param text the file's text
 * @param instance the parsed model
 */
record ProcessModel(Path file, String text, BpmnModelInstance instance) {

    static final Path ROOT = Path.of("processes");

    /**
     * Reads every model under {@code processes/}; none at all is a failure, because then
     * the guards would guard nothing.
     */
    static List<ProcessModel> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<ProcessModel> models = files.filter((file) -> file.toString().endsWith(".bpmn"))
                .sorted()
                .map(ProcessModel::read)
                .toList();
            if (models.isEmpty()) {
                throw new AssertionError("No model under " + ROOT.toAbsolutePath() + ": run from the repository");
            }
            return models;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * Asks every model for what is wrong with it.
     */
    static List<String> findings(Function<ProcessModel, Stream<String>> check) {
        return all().stream().flatMap(check).toList();
    }

    private static ProcessModel read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new ProcessModel(file, Files.readString(file), Bpmn.readModelFromStream(in));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The process id that the file's name promises. */
    String name() {
        return this.file.getFileName().toString().replace(".bpmn", "");
    }

    /** The feature that owns the model: the name of its folder. */
    String feature() {
        return this.file.getParent().getFileName().toString();
    }

    Process process() {
        Collection<Process> processes = this.instance.getModelElementsByType(Process.class);
        if (processes.size() != 1) {
            throw new AssertionError(this.file + " holds " + processes.size() + " processes: keep one in each file");
        }
        return processes.iterator().next();
    }

    <T extends BpmnModelElementInstance> Stream<T> each(Class<T> type) {
        return this.instance.getModelElementsByType(type).stream();
    }

    /** Says where something is wrong, by the nearest id, and what to do about it. */
    String finding(BaseElement element, String advice) {
        String id = (element.getId() != null) ? element.getId() : ((BaseElement) element.getParentElement()).getId();
        return this.file + " " + id + ": " + advice;
    }

    static <T extends BpmnModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> type) {
        return Optional.ofNullable(element.getExtensionElements())
            .stream()
            .flatMap((extensions) -> extensions.getElementsQuery().filterByType(type).list().stream());
    }

    /** The text of an extension property such as {@code yes}, or an empty text. */
    static String property(BaseElement element, String name) {
        return extensions(element, CamundaProperties.class).flatMap((all) -> all.getCamundaProperties().stream())
            .filter((property) -> name.equals(property.getCamundaName()))
            .map(CamundaProperty::getCamundaValue)
            .findFirst()
            .orElse("");
    }

    /** The phrase that an id shares with its label, form and delegate. */
    static String phrase(BaseElement element) {
        return element.getId().substring(element.getId().indexOf('_') + 1);
    }

}
