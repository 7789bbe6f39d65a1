package io.slipway.audit.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import io.slipway.input.SpreadsheetCell;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180, UTF-8, instants in UTC to the millisecond). For evidence each
 * cell is what is kept; for a spreadsheet the file begins with a byte order mark, and no
 * cell is taken for a formula.
 */
public final class CsvFile {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
        .withZone(ZoneOffset.UTC);

    private final CSVPrinter printer;

    private final boolean spreadsheet;

    /** Begins a file with its head. */
    public CsvFile(OutputStream to, boolean spreadsheet, List<String> head) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 16);
        if (spreadsheet) {
            text.write('\uFEFF');
        }
        this.printer = new CSVPrinter(text, CSVFormat.RFC4180);
        this.spreadsheet = spreadsheet;
        line(head);
    }

    /** Writes a line. */
    public void line(List<? extends @Nullable Object> cells) throws IOException {
        for (Object cell : cells) {
            String text = text(cell);
            this.printer.print(this.spreadsheet ? SpreadsheetCell.escaped(text) : text);
        }
        this.printer.println();
    }

    /** Writes what is still held back. */
    public void flush() throws IOException {
        this.printer.flush();
    }

    private static String text(@Nullable Object cell) {
        if (cell instanceof Instant at) {
            return MILLIS.format(at);
        }
        return (cell != null) ? cell.toString() : "";
    }

}
