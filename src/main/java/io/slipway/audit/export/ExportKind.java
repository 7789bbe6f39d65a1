package io.slipway.audit.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be taken away, and in which form.
 */
public enum ExportKind {

    /** Rows of the record as they are: evidence. */
    RECORD_CSV(20_000_000),
    /** Rows of the record, for a spreadsheet. */
    RECORD_SPREADSHEET(1_000_000),
    /** A population of releases as it is: evidence. */
    RELEASES_CSV(1_000_000),
    /** A population of releases, for a spreadsheet. */
    RELEASES_SPREADSHEET(1_000_000),
    /** What happened to releases, as event logs of IEEE 1849. */
    XES(200_000),
    /** The same as one object-centric event log, in JSON. */
    OCEL_JSON(200_000),
    /** The same as an SQLite database, which takes room on the node's disk. */
    OCEL_SQLITE(20_000);

    private final int most;

    ExportKind(int most) {
        this.most = most;
    }

    /**
     * Finds one by its name in addresses.
     * @param id such as {@code record-csv}
     */
    public static Optional<ExportKind> of(String id) {
        return Arrays.stream(values()).filter((kind) -> kind.id().equals(id)).findFirst();
    }

    /** Its name in addresses, words and the record, such as {@code record-csv}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many rows of the record, or releases, one has at most. */
    public int most() {
        return this.most;
    }

    /** Whether rows of the record are chosen, rather than releases. */
    public boolean ofRecord() {
        return this == RECORD_CSV || this == RECORD_SPREADSHEET;
    }

}
