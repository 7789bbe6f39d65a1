package io.slipway.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint with its signatures (C2SP signed-note, tlog-checkpoint).
 *
 * @param text what is signed
 * @param origin which log
 * @param size how many rows it covers
 */
record SignedText(String text, String origin, long size, byte[] root, List<Line> lines) {

    static SignedText parse(String note) {
        try {
            String clean = note.replace("\r\n", "\n").strip() + "\n";
            int end = clean.lastIndexOf("\n\n");
            BadException.unless(end > 0, "the checkpoint is not signed");
            String text = clean.substring(0, end + 1);
            String[] head = text.split("\n");
            List<Line> lines = new ArrayList<>();
            for (String line : clean.substring(end + 2).split("\n")) {
                String[] parts = line.split(" ");
                byte[] whole = Base64.getDecoder().decode(parts[2]);
                lines.add(new Line(parts[1], HexFormat.of().formatHex(whole, 0, 4),
                        Arrays.copyOfRange(whole, 4, whole.length)));
            }
            return new SignedText(text, head[0], Long.parseLong(head[1]), Base64.getDecoder().decode(head[2]), lines);
        }
        catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
            throw new BadException("this is no checkpoint: " + note.strip());
        }
    }

    /** The signature by a key, if there is one. */
    Optional<byte[]> by(VerifierKey key) {
        return this.lines.stream()
            .filter((line) -> line.name().equals(key.name()) && line.id().equals(key.id()))
            .map(Line::signature)
            .findFirst();
    }

    boolean signedBy(VerifierKey key) {
        return by(key).filter((one) -> key.verifies(this.text.getBytes(StandardCharsets.UTF_8), one)).isPresent();
    }

    boolean same(SignedText other) {
        return this.size == other.size && Arrays.equals(this.root, other.root);
    }

    /** A signature, and by which key it says to be. */
    record Line(String name, String id, byte[] signature) {
    }

}
