package io.slipway.audit.pack;

import org.springframework.stereotype.Component;

/**
 * Seals the pack of an ended release when a test wants it.
 */
@Component
public class PackNow {

    private final PackSealing sealing;

    PackNow(PackSealing sealing) {
        this.sealing = sealing;
    }

    /** Seals it, if it is to be sealed and all of its rows are signed. */
    public void seal(String key) {
        this.sealing.seal(key);
    }

}
