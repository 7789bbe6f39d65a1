package io.slipway.diagram;

import java.util.Locale;

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
     * @return its name, or what its id says where it has none: {@code Plan needed} for
     * {@code Gateway_PlanNeeded}
     */
    public String label() {
        return this.name.isEmpty() ? words(this.id) : this.name;
    }

    private static String words(String id) {
        String said = id.replaceFirst("^[A-Za-z]+_", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])|_+", " ").strip();
        return said.isEmpty() ? id : said.substring(0, 1) + said.substring(1).toLowerCase(Locale.ROOT);
    }

}
