package io.slipway.input;

import java.util.Map;

/**
 * Tells that somebody else changed the thing since the form was opened; the page is a 409
 * that shows both versions side by side, so that nothing typed is lost.
 */
@SuppressWarnings("serial")
public class StaleFormException extends RuntimeException {

    private final String address;

    private final transient Map<String, String> current;

    private final transient Map<String, String> submitted;

    /**
     * Tells of a stale form.
     * @param address where the form can be opened afresh
     * @param current label key to value as now stored, in order
     * @param submitted label key to value as submitted, in the same order
     */
    public StaleFormException(String address, Map<String, String> current, Map<String, String> submitted) {
        super("The form is stale: " + address);
        this.address = address;
        this.current = current;
        this.submitted = submitted;
    }

    /**
     * Where the form can be opened afresh.
     * @return a path of the portal
     */
    public String address() {
        return this.address;
    }

    /**
     * The values as now stored.
     * @return message key of the label to value
     */
    public Map<String, String> current() {
        return this.current;
    }

    /**
     * The values as submitted.
     * @return message key of the label to value
     */
    public Map<String, String> submitted() {
        return this.submitted;
    }

}
