package io.slipway.monitor.web;

import java.util.Locale;
import java.util.Map;

import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.state.StateFilter;

/**
 * The address of a model's page: everything that the page shows is in it.
 *
 * @param process id of the model
 * @param element id of the element whose releases are listed; empty for any
 * @param state which releases are listed, such as {@code failing}; empty for all
 * @param plane the sub-process whose own sheet is shown; empty for the whole
 */
record ModelAddress(String process, int version, String element, String state, String plane) {

    static ModelAddress of(ModelVersion model) {
        return new ModelAddress(model.process(), model.version(), "", "", "");
    }

    /** Which releases are listed; all for a word that nobody was given. */
    StateFilter filter() {
        for (StateFilter filter : StateFilter.values()) {
            if (word(filter).equals(this.state)) {
                return filter;
            }
        }
        return StateFilter.ALL;
    }

    /**
     * The word for a filter in the address.
     * @return such as {@code failing}
     */
    public static String word(StateFilter filter) {
        return filter.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The same with the releases at one element.
     * @param id id of the element; empty for any
     * @return its address
     */
    public String at(String id) {
        return new ModelAddress(this.process, this.version, id, this.state, this.plane).path("", "");
    }

    /**
     * The same with other releases listed.
     * @param word such as {@code failing}; empty for all
     * @return its address
     */
    public String filtered(String word) {
        return new ModelAddress(this.process, this.version, this.element, word, this.plane).path("", "");
    }

    /**
     * The same with another sheet of the diagram.
     * @param id id of the sub-process; empty for the whole
     * @return its address
     */
    public String sheet(String id) {
        return new ModelAddress(this.process, this.version, this.element, this.state, id).path("", "");
    }

    /**
     * Another page of its list.
     * @param from where the page begins; empty for the first
     * @return its address
     */
    public String page(String from) {
        return path("", from);
    }

    /**
     * The part of the page that changes.
     * @param from where the page of the list begins
     * @return its address
     */
    public String live(String from) {
        return path("/live", from);
    }

    private String path(String part, String from) {
        return Addresses.of("/monitor/models/{process}/{version}" + part,
                Map.of("process", this.process, "version", this.version),
                Map.of("element", this.element, "state", this.state, "plane", this.plane, "from", from));
    }

}
