package io.slipway.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody outside of the portal vouches for: the checkpoint that one kept, and the
 * cosignature of a witness (C2SP tlog-cosignature).
 */
class Vouched {

    private final @Nullable SignedText kept;

    private final @Nullable VerifierKey witness;

    private final Heads heads;

    private final Told told;

    Vouched(@Nullable SignedText kept, @Nullable String witness, Heads heads, Told told) {
        this.kept = kept;
        this.witness = (witness != null) ? VerifierKey.parse(witness) : null;
        this.heads = heads;
        this.told = told;
        if (kept != null) {
            BadException.unless(kept.origin().equals(heads.checkpoint().origin()),
                    "the checkpoint that you kept is of another log: " + kept.origin());
            BadException.unless(kept.signedBy(heads.key()), "the checkpoint that you kept is not signed by this key");
        }
    }

    @Nullable SignedText kept() {
        return this.kept;
    }

    /**
     * Tells until which row somebody vouches.
     * @param compared whether the kept checkpoint was found to agree
     */
    void tell(boolean compared) {
        long size = this.heads.checkpoint().size();
        long anchored = 0;
        if (this.kept == null) {
            this.told.of("consistent", "not asked: name the checkpoint that you kept by --checkpoint");
        }
        else if (compared) {
            anchored = this.kept.size();
            this.told.of("consistent", "with the checkpoint that you kept, of " + anchored + " rows");
        }
        else {
            this.told.of("consistent", "not known: you kept " + this.kept.size() + " rows and this is of " + size
                    + "; compare on the page Integrity, or with the whole log");
        }
        if (this.witness != null) {
            anchored = Math.max(anchored, witnessed(this.witness, compared ? this.kept : null));
        }
        this.told
            .of("anchored", (anchored == 0) ? "by nobody whom you named; unanchored: rows 1 to " + size : "until row "
                    + anchored
                    + ((anchored < size) ? "; unanchored since: " + (size - anchored) + " rows" : ", which is all"));
    }

    /** It may have cosigned the checkpoint that one kept, or the one in the archive. */
    private long witnessed(VerifierKey witness, @Nullable SignedText agreed) {
        SignedText checkpoint = (agreed != null && agreed.by(witness).isPresent()) ? agreed : this.heads.checkpoint();
        byte[] signature = checkpoint.by(witness)
            .orElseThrow(() -> new BadException("the checkpoint is not cosigned by " + witness.name()));
        ByteBuffer parts = ByteBuffer.wrap(signature);
        long time = parts.getLong();
        byte[] raw = new byte[parts.remaining()];
        parts.get(raw);
        String message = "cosignature/v1\ntime " + time + "\n" + checkpoint.text();
        BadException.unless(witness.verifies(message.getBytes(StandardCharsets.UTF_8), raw),
                "the cosignature of " + witness.name() + " is wrong");
        this.told.of("witness", witness.name() + " saw it at " + Instant.ofEpochSecond(time));
        return checkpoint.size();
    }

}
