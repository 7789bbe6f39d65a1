package io.slipway.configuration.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.slipway.input.InvalidInputException;
import io.slipway.input.SpreadsheetCell;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads and writes the register as CSV (RFC 4180, UTF-8). Cells that a spreadsheet would
 * take for a formula are written with an apostrophe before them, which is taken away
 * again when such a file is read.
 */
final class CsvItems {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private static final int LONGEST_CELL = 40_000;

    private CsvItems() {
    }

    /**
     * Reads rows; columns that are not known are passed over. Refuses, at the field
     * {@code file}, what is no CSV in UTF-8, repeated columns, a file without keys or
     * with nothing but keys that is known, and more rows than allowed.
     */
    static ProposedItems read(InputStream file, int most) {
        try {
            String text = text(file);
            CsvHead head = CsvHead.of(text);
            try (CSVParser parser = head.format().parse(new StringReader(CsvHead.behind(text, head)))) {
                return read(parser, head.lines(), most);
            }
        }
        catch (CharacterCodingException ex) {
            throw new InvalidInputException("file", "configuration.import.characters");
        }
        catch (IOException | UncheckedIOException | IllegalStateException ex) {
            throw new InvalidInputException("file", "configuration.import.unreadable");
        }
    }

    private static String text(InputStream file) throws IOException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.readAllBytes())).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static ProposedItems read(CSVParser parser, int before, int most) {
        Iterator<CSVRecord> records = parser.iterator();
        if (!records.hasNext()) {
            throw new InvalidInputException("file", "configuration.import.empty");
        }
        CSVRecord header = records.next();
        List<Optional<Column>> columns = CsvHead.columns(header);
        List<ProposedItem> items = new ArrayList<>();
        long line = parser.getCurrentLineNumber() + 1;
        while (records.hasNext()) {
            CSVRecord record = records.next();
            if (items.size() >= most) {
                throw new InvalidInputException("file", "configuration.import.rows", most);
            }
            items.add(item((int) line + before, columns, record));
            line = parser.getCurrentLineNumber() + 1;
        }
        if (items.isEmpty()) {
            throw new InvalidInputException("file", "configuration.import.empty");
        }
        return new ProposedItems(items, CsvHead.passedOver(header));
    }

    private static ProposedItem item(int line, List<Optional<Column>> columns, CSVRecord record) {
        Map<Column, String> values = new EnumMap<>(Column.class);
        String problem = (record.size() != columns.size()) ? "configuration.import.cells" : null;
        for (int i = 0; i < Math.min(columns.size(), record.size()); i++) {
            String cell = SpreadsheetCell.unescaped(record.get(i)).strip().replace("\r\n", "\n");
            if (cell.length() > LONGEST_CELL) {
                problem = "configuration.import.cell";
                cell = shortened(cell);
            }
            String read = cell;
            columns.get(i).ifPresent((column) -> values.put(column, read));
        }
        String key = values.getOrDefault(Column.KEY, "").toLowerCase(Locale.ROOT);
        return new ProposedItem(line, key, values, false, problem);
    }

    /** Writes the header of a file. */
    static CSVPrinter begin(Appendable to) throws IOException {
        CSVPrinter printer = new CSVPrinter(to, FORMAT);
        printer.printRecord(Arrays.stream(Column.values()).map(Column::title));
        return printer;
    }

    /** Writes a row. */
    static void write(CSVPrinter printer, Map<Column, String> values) throws IOException {
        printer.printRecord(Arrays.stream(Column.values())
            .map((column) -> SpreadsheetCell.escaped(values.getOrDefault(column, ""))));
    }

    static String shortened(String text) {
        return (text.length() > 60) ? text.substring(0, 60) + "\u2026" : text;
    }

}
