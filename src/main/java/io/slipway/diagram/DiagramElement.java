package io.slipway.diagram;

import org.jspecify.annotations.Nullable;

/**
 * A flow node of a model: an activity, an event or a gateway.
 *
 * @param id its id in the model
 * @param name its label, empty if it has none
 * @param parent id of the sub-process in which it lies, null for the process itself
 * @param called id of the process that it calls, null if it calls none
 * @param documentation what the model says about it, empty if nothing
 * @param drawn whether the file says where it is drawn
 */
public record DiagramElement(String id, String name, BpmnKind kind, @Nullable String parent, @Nullable String called,
        String documentation, boolean drawn) {

    /**
     * What people may call it.
     * @return its name, or its id where it has none
     */
    public String label() {
        return this.name.isEmpty() ? this.id : this.name;
    }

}
