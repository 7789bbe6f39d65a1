package io.slipway.monitor.web;

import java.util.Map;

/**
 * The address of the page that shows the process of a release.
 *
 * @param run id of the run that is shown; empty for the one that called the others
 * @param element id of the element that is looked at; empty for none
 * @param plane the sub-process whose own sheet is shown; empty for the whole
 */
record RunAddress(String key, String run, String element, String plane) {

    /**
     * Another run of the release.
     * @param id id of the run
     * @return its address
     */
    public String run(String id) {
        return new RunAddress(this.key, id, "", "").path("");
    }

    /**
     * An element of the run that is shown.
     * @param id id of the element
     * @return its address
     */
    public String at(String id) {
        return new RunAddress(this.key, this.run, id, this.plane).path("");
    }

    /**
     * Another sheet of the diagram.
     * @param id id of the sub-process; empty for the whole
     * @return its address
     */
    public String sheet(String id) {
        return new RunAddress(this.key, this.run, "", id).path("");
    }

    /**
     * The part of the page that changes.
     * @return its address
     */
    public String live() {
        return path("/live");
    }

    /**
     * The same for paper.
     * @return its address
     */
    public String print() {
        return path("/print");
    }

    private String path(String part) {
        return Addresses.of("/monitor/releases/{key}" + part, Map.of("key", this.key),
                Map.of("run", this.run, "element", this.element, "plane", this.plane));
    }

}
