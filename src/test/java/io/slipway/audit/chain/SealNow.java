package io.slipway.audit.chain;

import org.springframework.stereotype.Component;

/**
 * Seals the record when a test wants it.
 */
@Component
public class SealNow {

    private final Sealing sealing;

    SealNow(Sealing sealing) {
        this.sealing = sealing;
    }

    /** Seals all that is committed. */
    public void seal() {
        this.sealing.seal();
    }

}
