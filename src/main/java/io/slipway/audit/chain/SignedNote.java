package io.slipway.audit.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures (C2SP signed-note): the text ends with a line end, an empty line
 * follows, then a line for each signature.
 *
 * @param text what is signed, with its last line end
 * @param signatures who signed it
 */
record SignedNote(String text, List<Signature> signatures) {

    private static final int MOST = 16;

    private static final String DASH = "— ";

    SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads a note. Refuses, with an {@link IllegalArgumentException}, what is none, and
     * one with more than 16 signatures.
     */
    static SignedNote parse(String note) {
        String clean = note.replace("\r\n", "\n");
        int end = clean.lastIndexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("No signed note: an empty line before the signatures is missing");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : clean.substring(end + 2).split("\n")) {
            String[] parts = line.strip().split(" ");
            if (!line.startsWith(DASH) || parts.length != 3) {
                throw new IllegalArgumentException("No signature: " + line);
            }
            byte[] whole = Base64.getDecoder().decode(parts[2]);
            if (whole.length < 5) {
                throw new IllegalArgumentException("No signature: " + line);
            }
            signatures.add(new Signature(parts[1], ByteBuffer.wrap(whole).getInt(),
                    Arrays.copyOfRange(whole, Integer.BYTES, whole.length)));
        }
        if (signatures.size() > MOST) {
            throw new IllegalArgumentException("More than " + MOST + " signatures");
        }
        return new SignedNote(clean.substring(0, end + 1), signatures);
    }

    /**
     * Finds out who signed. Signatures of unknown keys are ignored, as the format asks.
     * @return the first of the keys that verifies; empty if none signed, or if a
     * signature of one of the keys is wrong
     */
    Optional<NoteKey> verifiedBy(Collection<NoteKey> known) {
        byte[] signed = this.text.getBytes(StandardCharsets.UTF_8);
        NoteKey verified = null;
        for (Signature signature : this.signatures) {
            for (NoteKey key : known) {
                if (key.id() == signature.keyId() && key.name().equals(signature.name())) {
                    if (!key.verifies(signed, signature.bytes())) {
                        return Optional.empty();
                    }
                    verified = (verified != null) ? verified : key;
                }
            }
        }
        return Optional.ofNullable(verified);
    }

    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(this.text).append('\n');
        this.signatures.forEach((signature) -> note.append(signature).append('\n'));
        return note.toString();
    }

    /**
     * A signature.
     *
     * @param name who signed
     * @param keyId which key
     */
    record Signature(String name, int keyId, byte[] bytes) {

        @Override
        public String toString() {
            return DASH + this.name + " "
                    + Base64.getEncoder()
                        .encodeToString(ByteBuffer.allocate(Integer.BYTES + this.bytes.length)
                            .putInt(this.keyId)
                            .put(this.bytes)
                            .array());
        }

    }

}
