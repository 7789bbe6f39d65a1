package io.slipway.audit.chain;

import java.util.List;

/**
 * Somebody who has a key of their own, and not the portal's.
 */
public class Forger {

    private final SigningKey key;

    /**
     * A forger.
     * @param name under which they sign
     */
    public Forger(String name) {
        this.key = SigningKey.read(SigningKey.make(), name);
    }

    /** The verifier key that is theirs. */
    public String verifier() {
        return this.key.verifier().toString();
    }

    /** Their signature. */
    public byte[] sign(String text) {
        return this.key.sign(text).bytes();
    }

    /** A text as a note that they signed. */
    public String note(String text) {
        return new SignedNote(text, List.of(this.key.sign(text))).toString();
    }

    /** A checkpoint that they signed. */
    public String checkpoint(String origin, long size, byte[] root) {
        return note(new Checkpoint(origin, size, root).text());
    }

}
