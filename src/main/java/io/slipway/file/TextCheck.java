package io.slipway.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Tells, piece by piece, whether a file is text: sound UTF-8 without control characters
 * other than those that lay it out.
 */
final class TextCheck {

    private static final int PIECE = 4096;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

    private final ByteBuffer bytes = ByteBuffer.allocate(2 * PIECE);

    private final CharBuffer chars = CharBuffer.allocate(2 * PIECE);

    private boolean sound = true;

    void take(byte[] from, int offset, int length) {
        for (int done = 0; this.sound && done < length; done += PIECE) {
            this.bytes.put(from, offset + done, Math.min(PIECE, length - done));
            decode(false);
        }
    }

    /** Whether all of it was text. */
    boolean finish() {
        if (this.sound) {
            decode(true);
        }
        return this.sound;
    }

    private void decode(boolean last) {
        this.bytes.flip();
        CoderResult result = this.decoder.decode(this.bytes, this.chars, last);
        this.bytes.compact();
        this.chars.flip();
        this.sound = !result.isError() && this.chars.chars().allMatch(TextCheck::printable);
        this.chars.clear();
    }

    private static boolean printable(int character) {
        return character >= ' ' && character != 0x7f || character == '\t' || character == '\n' || character == '\r'
                || character == '\f';
    }

}
