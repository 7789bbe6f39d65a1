package io.slipway.diagram;

/**
 * One sheet of a file: the process itself, or the inside of a collapsed sub-process.
 *
 * @param id its id in the file
 * @param element id of the process, collaboration or sub-process that it shows
 * @param name that one's name, empty if it has none
 */
public record Plane(String id, String element, String name) {
}
