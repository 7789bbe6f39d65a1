package io.slipway.ui;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that everybody has to know on every page, such as a stopped line. A feature
 * that has something to say implements it. Every page asks, error pages included: so it
 * answers from memory, and with nothing when the database is away.
 */
public interface Banner {

    /** What to say now. */
    Optional<Words> now();

    /**
     * What a banner says.
     *
     * @param title what is the matter, in a few words
     * @param by name of who caused it
     * @param since since when, UTC
     * @param address the page where more is said
     */
    record Words(String title, String text, String by, Instant since, String address) {
    }

}
