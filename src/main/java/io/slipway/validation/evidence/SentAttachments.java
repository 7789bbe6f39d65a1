package io.slipway.validation.evidence;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/**
 * Files on their way in, behind a report: each is read to its end before the next is
 * asked for, so that nobody has to hold them.
 */
@FunctionalInterface
public interface SentAttachments {

    /** There are none. */
    SentAttachments NONE = () -> null;

    /**
     * The next file.
     * @return the file; null after the last
     * @throws IOException if the stream itself fails
     */
    @Nullable Sent next() throws IOException;

    /**
     * A file that somebody sends.
     *
     * @param name what it is called; null if nobody said
     * @param content the file, closed by whoever reads it
     */
    record Sent(@Nullable String name, InputStream content) {
    }

}
