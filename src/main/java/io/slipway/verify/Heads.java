package io.slipway.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The key that is trusted, and the signed head of the log.
 *
 * @param place which of the keys in the archive it is, from 1
 */
record Heads(VerifierKey key, int place, SignedText checkpoint) {

    static Heads of(Archive archive, @Nullable String kept, Told told) throws IOException {
        List<String> keys = archive.text("key.txt").lines().map(String::strip).toList();
        VerifierKey key = VerifierKey.parse((kept != null) ? kept : keys.isEmpty() ? "" : keys.get(0));
        told.of("key", key.text()
                + ((kept != null) ? " (yours)" : " (from the archive: compare it with one that you got another way)"));
        SignedText checkpoint = SignedText.parse(archive.text("checkpoint.txt"));
        byte[] signature = checkpoint.by(key)
            .orElseThrow(() -> new BadException("the checkpoint is not signed by this key"));
        BadException.unless(key.verifies(checkpoint.text().getBytes(StandardCharsets.UTF_8), signature),
                "the signature of the checkpoint is wrong");
        told.of("signature", "of the checkpoint is good: " + checkpoint.origin() + ", " + checkpoint.size() + " rows");
        return new Heads(key, keys.indexOf(key.text()) + 1, checkpoint);
    }

}
