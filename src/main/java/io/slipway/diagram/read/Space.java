package io.slipway.diagram.read;

import java.util.Set;

/**
 * The namespaces that matter, told by their address, whatever prefix a file gives them.
 */
enum Space {

    /** What the process does. */
    MODEL,

    /** Which element has which shape. */
    INTERCHANGE,

    /** Bounds and waypoints. */
    GEOMETRY,

    /** Which colours somebody gave to shapes. */
    COLOUR,

    /** What a vendor adds. */
    OTHER;

    private static final Set<String> COLOURS = Set.of("http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    static Space of(String address) {
        if (COLOURS.contains(address)) {
            return COLOUR;
        }
        if (address.startsWith("http://www.omg.org/spec/BPMN/")) {
            return address.endsWith("/DI") ? INTERCHANGE : MODEL;
        }
        if (address.startsWith("http://www.omg.org/spec/DD/")) {
            return GEOMETRY;
        }
        return address.equals("http://schema.omg.org/spec/BPMN/2.0") ? MODEL : OTHER;
    }

}
