package io.slipway.diagram.read;

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

    /** What a vendor adds. */
    OTHER;

    static Space of(String address) {
        if (address.startsWith("http://www.omg.org/spec/BPMN/")) {
            return address.endsWith("/DI") ? INTERCHANGE : MODEL;
        }
        if (address.startsWith("http://www.omg.org/spec/DD/")) {
            return GEOMETRY;
        }
        return address.equals("http://schema.omg.org/spec/BPMN/2.0") ? MODEL : OTHER;
    }

}
