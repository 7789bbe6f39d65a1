package io.slipway.workflow.migration;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of one element when a run goes to the newer version.
 *
 * @param element its id in the older version
 * @param kind its BPMN type, such as {@code userTask}
 * @param tokens how many runs wait there, counted up to 1,001
 * @param target id of the element of the newer version; null if there is none
 * @param equal whether the newer version has the same element
 * @param choices elements of the newer version onto which a vanished one may be mapped
 * @param problems what the engine says against it
 */
public record MappedElement(String element, String name, String kind, int tokens, @Nullable String target,
        @Nullable String targetName, boolean equal, List<Choice> choices, List<String> problems) {

    /** An element of the newer version. */
    public record Choice(String element, String name) {
    }

}
