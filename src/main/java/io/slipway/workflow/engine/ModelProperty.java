package io.slipway.workflow.engine;

import java.util.Objects;
import java.util.Optional;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * Reads the properties that a model gives its elements, such as {@code duty}.
 */
public final class ModelProperty {

    private ModelProperty() {
    }

    /**
     * The value of a property.
     * @return its value, if the model gives one
     */
    public static Optional<String> of(BaseElement element, String name) {
        return Optional.ofNullable(element.getExtensionElements())
            .stream()
            .flatMap(
                    (extensions) -> extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
            .flatMap((properties) -> properties.getCamundaProperties().stream())
            .filter((property) -> name.equals(property.getCamundaName()))
            .map(CamundaProperty::getCamundaValue)
            .filter(Objects::nonNull)
            .findFirst();
    }

}
