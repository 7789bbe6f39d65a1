package io.slipway.configuration.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The columns of the register in a file, in the order in which an export writes them.
 */
enum Column {

    /** The item's key; the one column that every file needs. */
    KEY,
    /** Its name. */
    NAME,
    /** What kind of thing it is. */
    TYPE,
    /** How much depends on it. */
    CRITICALITY,
    /** User name of who answers for it. */
    OWNER,
    /** Where it is in its life. */
    STATUS,
    /** Its own version. */
    VERSION,
    /** What it is for. */
    DESCRIPTION,
    /** Whatever else is known of it, one to a line. */
    ATTRIBUTES,
    /** What it needs, one to a line. */
    RELATIONS;

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the field, as pages call it. */
    String field() {
        return (this == VERSION) ? "edition" : title();
    }

    static Optional<Column> of(String title) {
        return Arrays.stream(values()).filter((one) -> one.title().equalsIgnoreCase(title.strip())).findFirst();
    }

}
