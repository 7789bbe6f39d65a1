package io.slipway.input;

/**
 * Tells that nothing has the asked-for key; the page is a 404 that names the kind and the
 * key.
 */
@SuppressWarnings("serial")
public class NotFoundException extends RuntimeException {

    private final String kind;

    private final String key;

    /**
     * Tells what was not found.
     * @param kind what was asked for, such as {@code release}
     */
    public NotFoundException(String kind, String key) {
        super("No " + kind + " " + key);
        this.kind = kind;
        this.key = key;
    }

    /**
     * What was asked for.
     * @return the kind, such as {@code release}
     */
    public String kind() {
        return this.kind;
    }

    /** The key asked for. */
    public String key() {
        return this.key;
    }

}
