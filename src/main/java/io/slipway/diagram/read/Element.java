package io.slipway.diagram.read;

import java.util.Set;

import io.slipway.diagram.BpmnKind;
import org.jspecify.annotations.Nullable;

/**
 * An element of the model, as far as its drawing needs it.
 *
 * @param name its label, empty if it has none
 * @param event what it waits for or tells, if it is an event
 * @param process id of the process in which it lies, empty if it lies in none
 * @param parent id of the sub-process in which it lies, if any
 * @param source where it begins, if it is a line
 * @param target where it ends, if it is a line
 * @param attachedTo the activity at whose border it lies, if it is a boundary event
 * @param called id of the process that it calls, if any
 * @param documentation what the model says about it, empty if nothing
 */
public record Element(String id, String tag, String name, BpmnKind kind, EventKind event, Set<Trait> traits,
        String process, @Nullable String parent, @Nullable String source, @Nullable String target,
        @Nullable String attachedTo, @Nullable String called, String documentation) {

    /** Whether it has a trait. */
    public boolean is(Trait trait) {
        return this.traits.contains(trait);
    }

    /**
     * What people may call it.
     * @return its name, or its id where it has none
     */
    public String label() {
        return this.name.isEmpty() ? this.id : this.name;
    }

}
