package io.slipway.configuration.exchange;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A file that somebody uploaded to be imported.
 *
 * @param id its number
 * @param rows how many rows or components it has
 * @param state whether it waits, was applied, or was thrown away
 * @param uploadedAt when, UTC
 * @param endedBy user name of who applied it or threw it away; null while it waits
 * @param endedAt when, UTC
 * @param passedOver titles of columns that are not known, and from which nothing was read
 */
public record ItemImport(long id, String fileName, Format format, int rows, State state, String uploadedBy,
        Instant uploadedAt, @Nullable String endedBy, @Nullable Instant endedAt, int added, int changed,
        List<String> passedOver) {

    /** What a file is. */
    public enum Format {

        /** Comma-separated values, as the export writes them. */
        CSV,
        /** A CycloneDX bill of materials, as JSON or XML. */
        CYCLONEDX

    }

    /** What became of it. */
    public enum State {

        /** It waits for somebody to look and apply it. */
        WAITING,
        /** All of it was applied. */
        APPLIED,
        /** Nothing of it was applied, and nothing will be. */
        DISCARDED

    }

}
