package io.slipway.configuration.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.input.InvalidInputException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The head of a CSV file: what lies between its cells, and which columns it has.
 *
 * @param lines how many lines stand before the header
 */
record CsvHead(CSVFormat format, int lines) {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    /** A line that spreadsheets write for each other. */
    private static final Pattern NAMED = Pattern.compile("\\A\"?sep=([^\\r\\n])\"?(\\r\\n|\\r|\\n)",
            Pattern.CASE_INSENSITIVE);

    /** As the standard has it, where a comma is decimal, and out of a clipboard. */
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /**
     * Reads the head: the separator is the one that the first line names, or the one by
     * which the header has the most known columns. Refuses, at the field {@code file},
     * another separator.
     */
    static CsvHead of(String text) {
        Matcher named = NAMED.matcher(text);
        if (named.find()) {
            char separator = named.group(1).charAt(0);
            if (!SEPARATORS.contains(separator)) {
                throw new InvalidInputException("file", "configuration.import.separator", named.group(1));
            }
            return new CsvHead(with(separator), 1);
        }
        String header = text.lines().filter((line) -> !line.isBlank()).findFirst().orElse("");
        char separator = SEPARATORS.stream()
            .max(Comparator.comparingLong((Character one) -> known(header, one)).thenComparing((one) -> one == ','))
            .orElse(',');
        return new CsvHead(with(separator), 0);
    }

    private static CSVFormat with(char separator) {
        return FORMAT.builder().setDelimiter(separator).get();
    }

    private static long known(String header, char separator) {
        try {
            return with(separator).parse(new StringReader(header))
                .stream()
                .flatMap(CSVRecord::stream)
                .filter((title) -> Column.of(title).isPresent())
                .count();
        }
        catch (IOException | RuntimeException ex) {
            return 0;
        }
    }

    /** The text behind the lines that stand before the header. */
    static String behind(String text, CsvHead head) {
        return (head.lines() > 0) ? text.substring(text.indexOf('\n') + 1) : text;
    }

    /**
     * The columns, empty where one is not known. Refuses, at the field {@code file}, a
     * known one that is there twice, a file without keys, and one that has nothing but
     * keys that is known.
     */
    static List<Optional<Column>> columns(CSVRecord header) {
        List<Optional<Column>> columns = new ArrayList<>();
        for (String title : header) {
            Optional<Column> column = Column.of(title);
            if (column.isPresent() && columns.contains(column)) {
                throw new InvalidInputException("file", "configuration.import.column.twice", column.get().title());
            }
            columns.add(column);
        }
        List<String> unknown = passedOver(header);
        if (!unknown.isEmpty() && columns.stream().filter(Optional::isPresent).count() < 2) {
            throw new InvalidInputException("file", "configuration.import.column", unknown.get(0));
        }
        if (!columns.contains(Optional.of(Column.KEY))) {
            throw new InvalidInputException("file", "configuration.import.key");
        }
        return columns;
    }

    /** Titles of the columns that are not known. */
    static List<String> passedOver(CSVRecord header) {
        return header.stream()
            .filter((title) -> Column.of(title).isEmpty() && !title.isBlank())
            .map((title) -> CsvItems.shortened(title.strip()))
            .distinct()
            .toList();
    }

}
