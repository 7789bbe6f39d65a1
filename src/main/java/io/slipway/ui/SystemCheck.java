package io.slipway.ui;

import java.util.Optional;

/**
 * A part of the portal that administrators look after. Each tells by itself how it is.
 */
public interface SystemCheck {

    /** How it is now; nothing if it is not used. */
    Optional<State> now();

    /** Whether auditors have to know it as well. */
    default boolean audited() {
        return false;
    }

    /**
     * How a part of the portal is.
     *
     * @param label what it is, in a few words
     * @param text one sentence with the facts
     * @param address the page where more is said
     */
    record State(boolean bad, String label, String text, String address) {
    }

}
